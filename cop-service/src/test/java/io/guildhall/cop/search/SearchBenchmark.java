package io.guildhall.cop.search;

import static io.guildhall.cop.RunningCommunities.PRIYA;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guildhall.cop.RunningCommunities;
import io.guildhall.cop.pages.PageId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Searching for and reading pages over HTTP, with 200 pages and with 20,000, each with ten revisions. Both services run at
 * the same time and are asked in turns. The pages are put into their stores past the API, which would take too long, and
 * into their indexes as an instance that starts does it.
 *
 * <p>The figures are in docs/benchmarks.md.
 */
class SearchBenchmark {

    private static final int FEW = 200;
    private static final int MANY = Integer.getInteger("benchmark.pages", 20_000);
    private static final int REVISIONS = 10;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 300);
    private static final int WARM_UP = 200;

    /** Hits that are asked for; the palette asks for five at each key, the results page for twenty. */
    private static final int HITS = Integer.getInteger("benchmark.hits", 20);

    private static final int AT_ONCE = 1_000;

    private static final Map<String, Function<Prose, String>> QUESTIONS = Map.of(
            "common word", prose -> prose.word(0, 50),
            "rare word", prose -> prose.word(5_000, 50_000),
            "two words", prose -> prose.word() + " " + prose.word(),
            "two common words", prose -> prose.word(0, 50) + " " + prose.word(0, 50),
            "five words",
                    prose -> String.join(" ", prose.word(), prose.word(), prose.word(), prose.word(), prose.word()),
            "beginning of a word", SearchBenchmark::beginning);

    private final Prose prose = new Prose(1);
    private final Random random = new Random(2);

    private record House(RunningCommunities running, List<String> pages) implements AutoCloseable {

        @Override
        public void close() {
            running.close();
        }
    }

    @Test
    void measure() {
        try (House few = house(FEW);
                House many = house(MANY)) {
            for (int i = 0; i < WARM_UP; i++) {
                QUESTIONS.values().forEach(question -> {
                    take(few, search(question), -1, List.of());
                    take(many, search(question), -1, List.of());
                });
            }
            List<Double> allFew = new ArrayList<>();
            List<Double> allMany = new ArrayList<>();
            QUESTIONS.forEach((kind, question) -> {
                List<Double> withFew = new ArrayList<>();
                List<Double> withMany = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    String path = search(question);
                    take(few, path, i, withFew);
                    take(many, path, i, withMany);
                }
                show(kind, withFew, withMany);
                allFew.addAll(withFew);
                allMany.addAll(withMany);
            });
            show("all of these", allFew, allMany);
            List<Double> withFew = new ArrayList<>();
            List<Double> withMany = new ArrayList<>();
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                take(few, "/api/cop/pages/" + any(few.pages()), i, withFew);
                take(many, "/api/cop/pages/" + any(many.pages()), i, withMany);
            }
            show("reading a page", withFew, withMany);
        }
    }

    private String search(Function<Prose, String> question) {
        return "/api/cop/search?limit=" + HITS + "&q="
                + URLEncoder.encode(question.apply(prose), StandardCharsets.UTF_8);
    }

    private House house(int count) {
        RunningCommunities running = RunningCommunities.start();
        String community = running.communityOf(PRIYA, "{\"name\":\"Craft\"}");
        HttpResponse<String> drafted =
                running.post(PRIYA, community + "/pages", "{\"title\":\"The first\",\"text\":\"Of all.\"}");
        String path = drafted.headers().firstValue("Location").orElseThrow();
        running.post(PRIYA, path + "/publish", "{}", drafted);
        MongoDatabase store = running.service().context().getBean(MongoDatabase.class);
        List<String> ids = fill(store, path.substring(path.lastIndexOf('/') + 1), count);

        IndexPages index = running.service().context().getBean(IndexPages.class);
        long before = heap();
        long start = System.nanoTime();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            index.put(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).stream()
                    .map(PageId::new)
                    .toList());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d pages indexed in %.1f s, %d MB of heap%n", count, seconds, (heap() - before) >> 20);
        return new House(running, ids);
    }

    /** As many copies of a page, each with a text of its own and revisions before it. */
    private List<String> fill(MongoDatabase store, String first, int count) {
        MongoCollection<Document> pages = store.getCollection("pages");
        MongoCollection<Document> texts = store.getCollection("page_revisions");
        Document page = pages.find(Filters.eq("_id", first)).first();
        Document text = texts.find(Filters.eq("page", first)).first();
        if (page == null || text == null) {
            throw new IllegalStateException("The first page is not in the store");
        }
        List<String> ids = new ArrayList<>();
        List<Document> newTexts = new ArrayList<>();
        List<Document> newPages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = first + "-" + i;
            ids.add(id);
            String title = prose.title();
            for (int revision = 1; revision <= REVISIONS; revision++) {
                String written = revision < REVISIONS ? "Not any more." : prose.text(3_000);
                newTexts.add(new Document(text)
                        .append("_id", id + ":" + revision)
                        .append("page", id)
                        .append("number", revision)
                        .append("previous", revision == 1 ? null : id + ":" + (revision - 1))
                        .append("title", title)
                        .append("text", written));
            }
            Document state = new Document(page.get("state", Document.class))
                    .append("title", title)
                    .append("text", id + ":" + REVISIONS)
                    .append("revision", REVISIONS);
            newPages.add(new Document(page)
                    .append("_id", id)
                    .append("pending", List.of())
                    .append("state", state));
            if (newPages.size() == AT_ONCE || i == count - 1) {
                texts.insertMany(newTexts);
                pages.insertMany(newPages);
                newTexts.clear();
                newPages.clear();
            }
        }
        return ids;
    }

    private static void take(House house, String path, int round, List<Double> taken) {
        long start = System.nanoTime();
        HttpResponse<String> answer = house.running().get(PRIYA, path);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        if (round >= 0) {
            taken.add(milliseconds);
        }
    }

    private static void show(String what, List<Double> few, List<Double> many) {
        System.out.printf(
                "%s: p50 %.1f and %.1f ms, p99 %.1f and %.1f ms; ratio of p99 %.2f%n",
                what, at(few, 0.5), at(many, 0.5), at(few, 0.99), at(many, 0.99), at(many, 0.99) / at(few, 0.99));
    }

    private static String beginning(Prose prose) {
        String word = prose.word();
        return word.substring(0, 1 + Math.abs(word.hashCode() % Math.min(5, word.length())));
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static double at(List<Double> taken, double quantile) {
        return taken.stream().sorted().toList().get((int) (quantile * (taken.size() - 1)));
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
