package io.guildhall.platform.imports;

import static io.guildhall.platform.imports.Given.BOUNDS;
import static io.guildhall.platform.imports.Given.endless;
import static io.guildhall.platform.imports.Given.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.ObjectNode;

class ImportsTests {

    private static final Actor ANN = new Actor(null, "issuer", "ann", true);
    private static final Actor BOB = new Actor("bob", "issuer", "bob", false);

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Shelf shelf = new Shelf();
    private final Scopes scopes = new Scopes();
    private MongoClient client;
    private Imports imports;
    private ImportKinds kinds;
    private CheckImport check;

    @BeforeEach
    void start() {
        var address = mongo.bind();
        client = MongoClients.create("mongodb://" + address.getHostString() + ":" + address.getPort());
        MongoDatabase database = client.getDatabase("test");
        imports = new Imports(database);
        kinds = new ImportKinds(
                List.of(shelf), new Access(scopes, Map.of("ImportBooks", Set.of("ADMINISTRATOR")), Clock.systemUTC()));
        check = new CheckImport(imports, kinds, BOUNDS);
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.shutdownNow();
    }

    @Test
    void nothingIsTakenBeforeItIsApplied() {
        ImportJob job = give("Title\nEmma\nEmma\nbad\n");

        assertThat(job.status()).isEqualTo(ImportJob.Status.CHECKED);
        assertThat(job.counts()).isEqualTo(new Counts(1, 0, 0, 2, 0, 0));
        assertThat(shelf.books).isEmpty();
    }

    @Test
    void aKilledWorkerIsSucceededByAnotherAndNothingIsMadeTwiceOrMiscounted() throws Exception {
        ImportJob job = give("Title\n" + books(230));
        shelf.killAfter.set(120);
        try (ImportWorker first = worker(Duration.ofMillis(1))) {
            apply(job, first);
            await().until(() -> shelf.killAfter.get() < 0);
        }
        assertThat(shelf.books).hasSize(120);
        assertThat(stored(job).status()).isEqualTo(ImportJob.Status.APPLYING);

        try (ImportWorker second = worker(Duration.ofMillis(1))) {
            second.wake();
            await().until(() -> stored(job).status() == ImportJob.Status.APPLIED);
        }
        assertThat(shelf.books)
                .hasSize(230)
                .allSatisfy((title, times) -> assertThat(times).isOne());
        assertThat(stored(job).done()).isEqualTo(230);
        assertThat(stored(job).counts()).isEqualTo(new Counts(230, 0, 0, 0, 0, 0));
        assertThat(stored(job).amounts()).containsEntry("pages", 2300);
    }

    @Test
    void whatIsAwayIsWaitedFor() throws Exception {
        ImportJob job = give("Title\nEmma\nPersuasion\n");
        shelf.awayFor.set(2);
        try (ImportWorker worker = worker(Duration.ofMillis(1))) {
            apply(job, worker);
            await().atMost(Duration.ofSeconds(20)).until(() -> stored(job).status() == ImportJob.Status.APPLIED);
        }
        assertThat(stored(job).counts().create()).isEqualTo(2);
    }

    @Test
    void anotherMappingJudgesEveryRowAnewAndWhoComesLateIsTold() {
        ImportJob job = give("Title\nEmma\nbad\n");
        ObjectNode lenient = StateMapper.json().createObjectNode().put("bad", "good");

        ImportJob mapped = check.map(job.id(), lenient, context(ANN, job.version()));

        assertThat(mapped.counts().create()).isEqualTo(2);
        assertThatThrownBy(() -> check.map(job.id(), lenient, context(ANN, job.version())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(412));
        assertThatThrownBy(() -> check.map(
                        job.id(),
                        StateMapper.json().createObjectNode().put("bad", "ugly"),
                        context(ANN, mapped.version())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theReportComesInPagesAndByVerdict() {
        ImportJob job = give("Title\n" + books(130) + "bad\nEmma\n");
        ImportReport report = new ImportReport(imports, kinds, scopes);

        Set<Integer> lines = new HashSet<>();
        String cursor = null;
        do {
            var page = report.rows(job, null, false, cursor, 25);
            page.items().forEach(row -> lines.add(row.line()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(lines).hasSize(132);
        assertThat(report.rows(job, Verdict.REFUSED, false, null, 25).items())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(132));
    }

    @Test
    void aFileThatIsTooLongOrHasTooManyRowsLeavesNothing() {
        ImportProperties small = new ImportProperties(DataSize.ofKilobytes(8), 100, 10, 100, 1000, BOUNDS.takeover());
        CheckImport strict = new CheckImport(imports, kinds, small);

        assertThatThrownBy(() -> strict.give("books", null, endless("T\n", 50 << 20), context(ANN, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
        assertThatThrownBy(() -> strict.give("books", null, file("Title\n" + books(101)), context(ANN, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413));
        assertThat(imports.page(null, 10).items()).isEmpty();
        assertThat(client.getDatabase("test").getCollection("import_rows").countDocuments())
                .isZero();
    }

    @Test
    void theSameKeyGivesAFileOnceAndAnotherFileUnderItIsRefused() {
        CommandContext keyed = new CommandContext(ANN, Instant.EPOCH, "key", null, null, null);

        ImportJob first = check.give("books", null, file("Title\nEmma\n"), keyed);
        ImportJob second = check.give("books", null, file("Title\nEmma\n"), keyed);

        assertThat(second.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> check.give("books", null, file("Title\nOther\n"), keyed))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whoMayNotImportIsToldSoAndFindsNothing() {
        ImportJob job = give("Title\nEmma\n");
        ImportReport report = new ImportReport(imports, kinds, scopes);

        assertThatThrownBy(() -> check.give("books", null, file("Title\nEmma\n"), context(BOB, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
        assertThatThrownBy(() -> report.get(job.id(), BOB))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void ofTwoUploadsUnderOneKeyTheLaterIsTakenAndNothingOfTheOther() {
        CommandContext keyed = new CommandContext(ANN, Instant.parse("2026-01-01T00:00:00Z"), "key", null, null, null);
        List<ImportJob> later = new ArrayList<>();
        InputStream first = new SequenceInputStream(Collections.enumeration(List.of(
                file("Title\n" + books(250)),
                new InputStream() {
                    @Override
                    public int read() {
                        if (later.isEmpty()) {
                            later.add(check.give("books", "b.csv", file("Title\n" + "Other\n".repeat(120)), keyed));
                        }
                        return -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        return read();
                    }
                },
                file(books(250)))));

        assertThatThrownBy(() -> check.give("books", "a.csv", first, keyed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("upload-overtaken"));

        ImportJob taken = stored(later.get(0));
        assertThat(taken.status()).isEqualTo(ImportJob.Status.CHECKED);
        List<String> titles = new ArrayList<>();
        for (int n = 0; n < taken.blocks(); n++) {
            imports.block(taken.id(), n).rows().forEach(entry -> titles.add(entry.content()));
        }
        assertThat(titles).hasSize(120).allSatisfy(row -> assertThat(row).contains("Other"));
        assertThat(client.getDatabase("test").getCollection("import_rows").countDocuments())
                .isEqualTo(taken.blocks());
        assertThat(check.give("books", "b.csv", file("Title\n" + "Other\n".repeat(120)), keyed)
                        .id())
                .isEqualTo(taken.id());
    }

    private ImportJob give(String text) {
        return check.give("books", "books.csv", file(text), context(ANN, null));
    }

    private void apply(ImportJob job, ImportWorker worker) {
        new ApplyImport(imports, kinds, worker).apply(job.id(), context(ANN, job.version()));
    }

    private ImportJob stored(ImportJob job) {
        return imports.find(job.id()).orElseThrow();
    }

    private ImportWorker worker(Duration takeover) {
        return new ImportWorker(
                imports,
                kinds,
                check,
                new ImportProperties(
                        BOUNDS.maxFile(),
                        BOUNDS.maxRows(),
                        BOUNDS.maxColumns(),
                        BOUNDS.maxCell(),
                        BOUNDS.maxDocument(),
                        takeover),
                Clock.systemUTC());
    }

    private static String books(int count) {
        return IntStream.range(0, count).mapToObj(n -> "Book " + n + "\n").collect(Collectors.joining());
    }

    private static CommandContext context(Actor actor, @org.jspecify.annotations.Nullable Long version) {
        return new CommandContext(actor, Instant.EPOCH, null, null, version, null);
    }

    /** A kind of import that puts books on a shelf. */
    private static final class Shelf implements ImportKind {

        /** How often each was made. */
        final Map<String, Integer> books = new ConcurrentHashMap<>();

        final AtomicInteger killAfter = new AtomicInteger(Integer.MAX_VALUE);
        final AtomicInteger awayFor = new AtomicInteger();

        @Override
        public String name() {
            return "books";
        }

        @Override
        public String useCase() {
            return "ImportBooks";
        }

        @Override
        public RowSource open(InputStream file, ImportProperties bounds) {
            return new CsvRows(file, bounds);
        }

        @Override
        public ObjectNode propose(List<String> columns) {
            return StateMapper.json().createObjectNode().put("bad", "refused");
        }

        @Override
        public ImportSession session(ObjectNode mapping, List<String> columns, Actor actor) {
            String bad = mapping.path("bad").asString("");
            if (!bad.equals("refused") && !bad.equals("good")) {
                throw Refusal.invalid("bad-mapping", "'bad' is refused or good.");
            }
            return new Reading(bad.equals("good"));
        }

        private final class Reading implements ImportSession {

            private final boolean lenient;
            private final Map<String, Integer> lines = new ConcurrentHashMap<>();

            Reading(boolean lenient) {
                this.lenient = lenient;
            }

            @Override
            public void survey(Row row) {
                lines.putIfAbsent(title(row), row.line());
            }

            @Override
            public String key(Row row) {
                return title(row);
            }

            @Override
            public RowResult check(Row row, CommandContext context) {
                String title = title(row);
                if (title.equals("bad") && !lenient) {
                    throw Refusal.invalid("bad-book", "Write a better one.");
                }
                if (lines.getOrDefault(title, 0) != row.line()) {
                    return RowResult.refused(title, "It is there twice.", "Name it once.");
                }
                Verdict verdict = books.containsKey(title) ? Verdict.UNCHANGED : Verdict.CREATE;
                return new RowResult(title, verdict, List.of(), Map.of("pages", 10));
            }

            @Override
            public RowResult apply(Row row, CommandContext context) {
                if (awayFor.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    throw Refusal.unavailable("away", "The shelf is away.");
                }
                if (killAfter.getAndDecrement() == 0) {
                    throw new AssertionError("killed");
                }
                RowResult result = check(row, context);
                if (result.verdict() == Verdict.CREATE) {
                    books.merge(title(row), 1, Integer::sum);
                }
                return result;
            }

            private String title(Row row) {
                return row.content().path(0).asString("");
            }
        }
    }
}
