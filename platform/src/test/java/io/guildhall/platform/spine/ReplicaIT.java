package io.guildhall.platform.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a replica and its reaction promise, whatever the log delivers. */
class ReplicaIT {

    private static final String TOPIC = "test.notes";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> reactions = Collections.synchronizedList(new ArrayList<>());
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void repeatedAndReversedDeliveriesChangeNothing() {
        Replica<Note> replica = following();
        bench.publish(TOPIC, "a", 3, Bench.state("third", 3));
        bench.publish(TOPIC, "a", 2, Bench.state("second", 2));
        bench.publish(TOPIC, "a", 1, Bench.state("first", 1));
        bench.publish(TOPIC, "a", 3, Bench.state("third", 3));

        marker(replica, "a");
        assertThat(replica.find("a")).contains(new Replicated<>("a", 3, new Note("third", 3, null)));
        assertThat(replica.seen("a")).isEqualTo(3);
        assertThat(reactions)
                .as("the older ones lead to nothing, the equal one again")
                .containsExactly("a@3", "a@3");
    }

    @Test
    void anEqualSequenceRunsTheReactionAgainThatACrashHadCutOff() {
        bench.topics.declare(TOPIC, false);
        bench.publish(TOPIC, "a", 1, Bench.state("first", 1));
        Consumers crashing = bench.instance();
        CountDownLatch cut = new CountDownLatch(1);
        Replica<Note> replica = crashing.replicate(TOPIC, 1, Note.class, (note, event) -> {
            cut.countDown();
            throw new IllegalStateException("cut off");
        });
        crashing.start();
        await().atMost(SOON).until(() -> cut.await(0, TimeUnit.SECONDS));
        crashing.stop();
        assertThat(replica.find("a")).isPresent();
        assertThat(replica.seen("a")).as("what follows is not done").isZero();

        Replica<Note> again = following();

        await().atMost(SOON).untilAsserted(() -> assertThat(reactions).containsExactly("a@1"));
        await().atMost(SOON).until(() -> again.seen("a") == 1);
    }

    @Test
    void whatCanNeverBeReadIsSetAsideOnItsPartitionWhileOtherKeysFlow() {
        Replica<Note> replica = following();
        bench.publish(TOPIC, "good-1", 1, Bench.state("fine", 1));
        bench.publish(TOPIC, "garbage", 1, 0, "not json");
        bench.publish(TOPIC, "tombstone", 1, 0, null);
        bench.publish(TOPIC, "stateless", 1, 0, "{\"by\":\"x\"}");
        bench.publish(TOPIC, "misfit", 1, "{\"text\":\"fine\",\"edits\":\"many\"}");
        bench.publish(
                TOPIC,
                "circle",
                1,
                6,
                "{\"state\":" + Bench.state("fine", 1)
                        + ",\"change\":{},\"by\":\"x\",\"at\":\"2026-11-24T00:00:00.000Z\"}");
        for (int i = 2; i < 12; i++) {
            bench.publish(TOPIC, "good-" + i, 1, Bench.state("fine", i));
        }

        for (int i = 1; i < 12; i++) {
            String id = "good-" + i;
            await().atMost(SOON).until(() -> replica.seen(id) == 1);
        }
        List<ConsumerRecord<String, byte[]>> letters = deadLetters(5);
        assertThat(letters)
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("garbage", "tombstone", "stateless", "misfit", "circle");
        for (ConsumerRecord<String, byte[]> letter : letters) {
            ConsumerRecord<String, byte[]> original = bench.log(TOPIC).stream()
                    .filter(event -> letter.key().equals(event.key()))
                    .findFirst()
                    .orElseThrow();
            assertThat(letter.partition()).isEqualTo(original.partition());
            assertThat(letter.value()).isEqualTo(original.value());
            assertThat(Bench.header(letter, "ce_id")).isEqualTo(Bench.header(original, "ce_id"));
            assertThat(Bench.header(letter, "guildhall-from")).endsWith("@" + original.offset());
        }
    }

    @Test
    void aStateThatDoesNotFitLeavesTheReplicaAsItWas() {
        Replica<Note> replica = following();
        bench.publish(TOPIC, "a", 1, Bench.state("first", 1));
        bench.publish(TOPIC, "a", 2, "{\"text\":\"second\",\"edits\":\"many\"}");

        deadLetters(1);
        assertThat(replica.find("a")).contains(new Replicated<>("a", 1, new Note("first", 1, null)));
        assertThat(replica.list("by_text", new org.bson.Document(), 10)).hasSize(1);
    }

    @Test
    void aReactionWhoseEventWouldBeTheSixthHopIsSetAside() {
        bench.notes.create("target", Bench.context(), Note.write("start"));
        Consumers instance = bench.instance();
        instance.replicate(
                "test.others",
                1,
                Note.class,
                (note, event) -> bench.notes.update(
                        "target",
                        CommandContext.because(Actor.service("test"), Instant.EPOCH, event.asCause()),
                        target -> target.edit(note.state().text())));
        instance.start();
        String data = "{\"state\":" + Bench.state("%s", 1)
                + ",\"change\":{},\"by\":\"x\",\"at\":\"2026-11-24T00:00:00.000Z\"}";
        bench.publish("test.others", "a", 1, 5, data.formatted("sixth"));
        bench.publish("test.others", "a", 2, 4, data.formatted("fifth"));

        await().atMost(SOON)
                .until(() -> bench.notes.get("target").state().text().equals("fifth"));
        assertThat(bench.notes.get("target").version()).isEqualTo(2);
        assertThat(instance.deadLetters()).containsEntry(bench.topics.fullName("test.others"), 1L);
    }

    @Test
    void aFailingReactionIsTriedUntilItWorks() {
        Consumers instance = bench.instance();
        Replica<Note> replica = instance.replicate(TOPIC, 1, Note.class, (note, event) -> {
            reactions.add(event.id());
            if (reactions.size() < 3) {
                throw new IllegalStateException("The store is away");
            }
        });
        instance.start();
        bench.publish(TOPIC, "a", 1, Bench.state("first", 1));

        await().atMost(SOON).until(() -> replica.seen("a") == 1);
        assertThat(reactions).hasSize(3);
    }

    @Test
    void aNewVersionTakesOverAtTheOffsetsOfItsStartAndRunsOnlyTheReactionsThatWereNotRun() {
        bench.topics.declare(TOPIC, false);
        for (int i = 0; i < 20; i++) {
            bench.publish(TOPIC, "n" + i, 1, Bench.state("old", i));
        }
        Consumers old = bench.instance();
        Replica<Note> first = old.replicate(TOPIC, 1, Note.class, (note, event) -> reactions.add(event.id()));
        old.start();
        await().atMost(SOON).until(() -> old.behind().isEmpty() && reactions.size() == 20);
        old.stop();
        reactions.clear();
        bench.publish(TOPIC, "n1", 2, Bench.state("while away", 1));

        CountDownLatch held = new CountDownLatch(1);
        Consumers fresh = bench.instance();
        Replica<Note> second = fresh.replicate(TOPIC, 2, Note.class, (note, event) -> {
            reactions.add(event.id());
            await().atMost(SOON).until(() -> held.await(0, TimeUnit.SECONDS));
        });
        fresh.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(reactions).contains("n1@2"));
        assertThat(fresh.behind()).containsExactly(TOPIC);
        assertThat(second.find("n1")).as("the old version serves meanwhile").isEqualTo(first.find("n1"));
        assertThat(second.find("n7")).isPresent();
        held.countDown();

        await().atMost(SOON).until(() -> fresh.behind().isEmpty());
        assertThat(second.find("n1")).contains(new Replicated<>("n1", 2, new Note("while away", 1, null)));
        assertThat(reactions).containsOnly("n1@2");

        bench.publish(TOPIC, "n2", 2, Bench.state("new", 1));
        await().atMost(SOON).until(() -> second.seen("n2") == 2);
        assertThat(reactions).contains("n2@2");
    }

    private Replica<Note> following() {
        Consumers instance = bench.instance();
        Replica<Note> replica = instance.replicate(
                TOPIC, 1, Note.class, (note, event) -> reactions.add(event.id()), Index.on("by_text", "state.text"));
        instance.start();
        return replica;
    }

    /** Waits until everything of this key's partition that was published so far is read. */
    private void marker(Replica<Note> replica, String key) {
        int partition = partition(key);
        for (int i = 0; i < 100; i++) {
            String candidate = "marker-" + i;
            bench.publish(TOPIC, candidate, 1, Bench.state("marker", 1));
            if (partition(candidate) == partition) {
                await().atMost(SOON).until(() -> replica.seen(candidate) == 1);
                reactions.removeIf(id -> id.startsWith("marker"));
                return;
            }
        }
        throw new IllegalStateException("No key for partition " + partition);
    }

    private int partition(String key) {
        return bench.log(TOPIC).stream()
                .filter(event -> key.equals(event.key()))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            letters.clear();
            letters.addAll(bench.log(TOPIC + "-dlt"));
            return letters.size() >= expected;
        });
        assertThat(letters).hasSize(expected);
        return letters;
    }
}
