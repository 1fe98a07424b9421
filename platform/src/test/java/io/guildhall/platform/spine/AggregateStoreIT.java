package io.guildhall.platform.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store of aggregates promises. */
class AggregateStoreIT {

    private static final int WRITERS = 16;

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
        bench.relay.start();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void sixteenWritersOfOneAggregateLoseNothing() throws Exception {
        bench.notes.create("raced", Bench.context(), Note.write("start"));

        List<Stored<Note>> written = new ArrayList<>();
        for (List<Stored<Note>> each : together(() -> {
            List<Stored<Note>> mine = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                mine.add(untilTaken(() -> bench.notes.update("raced", Bench.context(), note -> note.edit("again"))));
            }
            return mine;
        })) {
            written.addAll(each);
        }

        int all = WRITERS * 4;
        assertThat(written).extracting(Stored::version).doesNotHaveDuplicates().hasSize(all);
        assertThat(bench.notes.get("raced").version()).isEqualTo(all + 1);
        assertThat(bench.notes.get("raced").state().edits()).isEqualTo(all);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(edits("raced"))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(0, all).boxed().toList()));
    }

    @Test
    void ofSixteenWhoHaveSeenTheSameVersionOneWinsAndTheOthersAreTold() throws Exception {
        bench.notes.create("won", Bench.context(), Note.write("start"));

        List<String> outcomes = together(() -> {
            try {
                return "version "
                        + bench.notes
                                .update("won", Bench.context(null, null, 1L), note -> note.edit("mine"))
                                .version();
            } catch (Refusal refusal) {
                return refusal.type();
            }
        });

        assertThat(outcomes).containsOnlyOnce("version 2").containsOnly("version 2", "changed-meanwhile");
    }

    @Test
    void ofSixteenWhoMakeTheSameOneMakesItAndTheOthersChangeIt() throws Exception {
        together(() -> untilTaken(() -> bench.notes.createOrUpdate(
                "made", Bench.context(), () -> Note.write("first"), note -> note.edit("next"))));

        assertThat(bench.notes.get("made").state().edits()).isEqualTo(15);
    }

    @Test
    void makesNothingOfNothing() {
        Stored<Note> none = bench.notes.createOrUpdate(
                "unmade", Bench.context(), () -> Change.none(new Note("", 0, null)), note -> note.edit("next"));

        assertThat(none.version()).isZero();
        assertThat(bench.notes.find("unmade")).isEmpty();
    }

    @Test
    void theSameKeyCarriesOutOneCommandWhateverTheVersion() {
        bench.notes.create("keyed", Bench.context(), Note.write("start"));
        CommandContext command = Bench.context("key", "hash", 1L);

        Stored<Note> first = bench.notes.update("keyed", command, note -> note.edit("once"));
        Stored<Note> second = bench.notes.update("keyed", command, note -> note.edit("twice"));

        assertThat(second).isEqualTo(first);
        refused(
                "idempotency-key-reused",
                () -> bench.notes.update("keyed", Bench.context("key", "other", 2L), note -> note.edit("other")));
        refused(
                "changed-meanwhile",
                () -> bench.notes.update("keyed", Bench.context("new", "hash", 1L), note -> note.edit("late")));
    }

    @Test
    void aCreationIsRepeatedUnderItsKeyAndRefusedUnderAnother() {
        CommandContext command = Bench.context("created", "hash", null);
        String id = command.newId("note");

        Stored<Note> first = bench.notes.create(id, command, Note.write("once"));
        bench.notes.update(id, Bench.context(), note -> note.edit("since"));
        Stored<Note> second = bench.notes.create(id, command, Note.write("once"));

        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(second.state().text()).isEqualTo("since");
        refused(
                "idempotency-key-reused",
                () -> bench.notes.create(id, Bench.context("created", "other", null), Note.write("other")));
        refused("exists", () -> bench.notes.create(id, Bench.context(), Note.write("other")));
    }

    @Test
    void whatChangesNothingRecordsNothing() {
        bench.notes.create("same", Bench.context(), Note.write("start"));

        Stored<Note> after =
                bench.notes.update("same", Bench.context(), note -> io.guildhall.platform.aggregate.Change.none(note));

        assertThat(after.version()).isEqualTo(1);
    }

    @Test
    void unknownFieldsOfANewerWriterSurviveAnUpdate() {
        bench.notes.create("grown", Bench.context(), Note.write("start"));
        set("grown", Updates.set("state.colour", new Document("name", "red")));

        bench.notes.update("grown", Bench.context(), note -> note.edit("after"));

        Document state = raw("grown").get("state", Document.class);
        assertThat(state.get("colour")).isEqualTo(new Document("name", "red"));
        assertThat(state.getString("text")).isEqualTo("after");
    }

    @Test
    void aNewerSchemaIsLeftAloneEvenWhereItsStateCannotBeRead() {
        bench.notes.create("newer", Bench.context(), Note.write("start"));
        set("newer", Updates.combine(Updates.set("schema", 2), Updates.set("state.text", List.of("two", "lines"))));
        Document before = raw("newer");

        Refusal refusal =
                refused("upgrading", () -> bench.notes.update("newer", Bench.context(), note -> note.edit("after")));

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.property("retryAfter")).isNotNull();
        Document after = raw("newer");
        assertThat(after.get("state")).isEqualTo(before.get("state"));
        assertThat(after.get("version")).isEqualTo(before.get("version"));
    }

    @Test
    void pagesLeadThroughEqualAndMissingValuesOnceEach() {
        for (int i = 0; i < 23; i++) {
            String label = i % 3 == 0 ? null : i % 3 == 1 ? "alpha" : "beta";
            bench.notes.create("paged-" + i, Bench.context(), Note.write("paged", label));
        }

        for (boolean descending : List.of(false, true)) {
            List<String> seen = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            String cursor = null;
            do {
                Page<Stored<Note>> page = bench.notes.page(paged(descending, cursor));
                page.items().forEach(item -> {
                    seen.add(item.id());
                    labels.add(String.valueOf(item.state().label()));
                });
                cursor = page.next();
            } while (cursor != null);

            assertThat(seen).hasSize(23).doesNotHaveDuplicates();
            assertThat(String.join("", new java.util.LinkedHashSet<>(labels)))
                    .isEqualTo(descending ? "betaalphanull" : "nullalphabeta");
        }
    }

    @Test
    void aForgedCursorIsRefused() {
        for (String forged : List.of("5", "{}", "[1]", "\"x\"", "{\"i\":1}", "{\"i\":\"x\",\"v\":{}}", "nothing", "")) {
            String cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(refused("bad-cursor", () -> bench.notes.page(paged(false, cursor)))
                            .status())
                    .isEqualTo(400);
        }
    }

    private static Query paged(boolean descending, @Nullable String cursor) {
        return new Query("by_label", Filters.eq("state.text", "paged"), "label", descending, cursor, 4);
    }

    private static List<Integer> edits(String id) {
        return bench.log("test.notes").stream()
                .filter(event -> id.equals(event.key()))
                .map(event -> Integer.valueOf(Bench.text(event).replaceFirst(".*\"edits\":([0-9]+).*", "$1")))
                .toList();
    }

    private static void set(String id, Bson update) {
        bench.collection("notes").updateOne(Filters.eq("_id", id), update);
    }

    private static Document raw(String id) {
        Document document =
                bench.collection("notes").find(Filters.eq("_id", id)).first();
        assertThat(document).isNotNull();
        return document == null ? new Document() : document;
    }

    private static Stored<Note> untilTaken(Callable<Stored<Note>> write) throws Exception {
        while (true) {
            try {
                return write.call();
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isIn("busy", "backlog");
            }
        }
    }

    private static <T> List<T> together(Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(WRITERS, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Refusal refused(String type, ThrowingCallable call) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, thrown -> {
            assertThat(thrown.type()).isEqualTo(type);
            refusal[0] = thrown;
        });
        return refusal[0];
    }
}
