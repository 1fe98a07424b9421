package io.guildhall.cop.search;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SearchBenchmark {

    static final Map<String, Function<Prose, String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("a common word", p -> p.word(0, 50));
        KINDS.put("a rare word", p -> p.word(5_000, 50_000));
        KINDS.put("two words", p -> p.word(0, 200) + " " + p.word(200, 5_000));
        KINDS.put("two common words", p -> p.word(0, 50) + " " + p.word(0, 50));
        KINDS.put("five words", p -> p.word() + " " + p.word() + " " + p.word() + " " + p.word() + " " + p.word());
        KINDS.put("begin1", p -> p.word().substring(0, 1));
        KINDS.put("begin2", p -> p.word().substring(0, 2));
        KINDS.put("begin3", p -> (p.word(300, 50_000) + "xxx").substring(0, 3));
        KINDS.put("begin4", p -> (p.word(800, 50_000) + "xxx").substring(0, 4));
        KINDS.put("begin5", p -> (p.word(800, 50_000) + "xxx").substring(0, 5));
    }

    @Test
    void index() {
        Prose prose = new Prose(1);
        long before = used();
        PageIndex small = build(prose, 200);
        long between = used();
        long start = System.nanoTime();
        PageIndex large = build(prose, 20_000);
        System.out.printf("built in %.1f s%n", (System.nanoTime() - start) / 1e9);
        small.search(Question.of("a"), REACH, 20);
        large.search(Question.of("kare"), REACH, 20);
        System.out.printf("heap 200: %d KB, 20000: %d KB%n", (between - before) / 1024, (used() - between) / 1024);
        for (int round = 0; round < 4; round++) {
            int n = round < 3 ? 200 : 1000;
            for (var kind : KINDS.entrySet()) {
                List<Long> few = new ArrayList<>();
                List<Long> many = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    String q = kind.getValue().apply(prose);
                    few.add(time(small, q));
                    many.add(time(large, q));
                }
                if (round == 3)
                    System.out.printf(
                            "%-20s p50 %6d %6d us  p99 %6d %6d us ratio %.2f%n",
                            kind.getKey(),
                            at(few, .5),
                            at(many, .5),
                            at(few, .99),
                            at(many, .99),
                            (double) at(many, .99) / at(few, .99));
            }
        }
        System.out.println(hits);
    }

    static final PageIndex.Reach REACH = new PageIndex.Reach(List.of(new CommunityId("c1")), null, false);
    static long hits;

    static long time(PageIndex index, String q) {
        long start = System.nanoTime();
        hits += index.search(Question.of(q), REACH, 20).size();
        return (System.nanoTime() - start) / 1000;
    }

    static long at(List<Long> l, double q) {
        return l.stream().sorted().toList().get((int) (q * (l.size() - 1)));
    }

    static PageIndex build(Prose prose, int pages) {
        PageIndex index = new PageIndex();
        for (int i = 0; i < pages; i++) {
            index.put(new Indexed(
                    new PageId("page-" + i),
                    1,
                    prose.title(),
                    null,
                    prose.text(3000),
                    new CommunityId("c" + i % 20),
                    i % 3 != 0,
                    i % 10 == 0 ? PageStatus.ARCHIVED : PageStatus.PUBLISHED));
        }
        return index;
    }

    static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
