package io.guildhall.cop.search;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SearchBenchmark {
    static final Map<String, Function<Prose, String>> KINDS = new LinkedHashMap<>();
    static final PageIndex.Reach REACH = new PageIndex.Reach(List.of(new CommunityId("c1")), null, false);

    static {
        KINDS.put("a common word", p -> p.word(0, 50));
        KINDS.put("a rare word", p -> p.word(5_000, 50_000));
        KINDS.put("two words", p -> p.word(0, 200) + " " + p.word(200, 5_000));
        KINDS.put("two common words", p -> p.word(0, 50) + " " + p.word(0, 50));
        KINDS.put("five words", p -> p.word() + " " + p.word() + " " + p.word() + " " + p.word() + " " + p.word());
        KINDS.put("beginnings", p -> beginning(p.word(), 1 + p.word().length() % 5));
    }

    @Test
    void none() {}

    static String beginning(String w, int n) {
        return w.substring(0, Math.min(w.length(), n));
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
}
