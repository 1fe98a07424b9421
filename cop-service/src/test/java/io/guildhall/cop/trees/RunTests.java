package io.guildhall.cop.trees;

import static io.guildhall.cop.trees.TreeExamples.AMARA;
import static io.guildhall.cop.trees.TreeExamples.ID;
import static io.guildhall.cop.trees.TreeExamples.NOON;
import static io.guildhall.cop.trees.TreeExamples.PRIYA;
import static io.guildhall.cop.trees.TreeExamples.begun;
import static io.guildhall.cop.trees.TreeExamples.drafted;
import static io.guildhall.cop.trees.TreeExamples.finished;
import static io.guildhall.cop.trees.TreeExamples.published;
import static io.guildhall.cop.trees.TreeExamples.shown;
import static io.guildhall.cop.trees.TreeExamples.to;
import static io.guildhall.cop.trees.TreeExamples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A run, from its first question to what it is attached to, and how its end is counted. */
class RunTests {

    private static final End TALK = new End(new NodeId("talk"), "Do talk", null);
    private static final End ESCALATE = new End(new NodeId("escalate"), "Do escalate", null);

    @Test
    void beginsOnlyWhereTheTreeIsPublished() {
        assertThat(begun().question()).isEqualTo(whole().nodes().get(0));
        assertThat(begun().end()).isNull();
        refuses(() -> Walk.begin(ID, drafted(whole()).state(), AMARA, NOON), "tree-not-published");
        refuses(() -> Walk.begin(ID, published().archive(null).state(), AMARA, NOON), "tree-not-published");
    }

    @Test
    void keepsQuestionsAndAnswersAsTheyWereWorded() {
        Walk walk = begun().answer(0, 1, NOON).answer(1, 0, NOON);

        assertThat(walk.steps())
                .containsExactly(
                        new Step(new NodeId("talked"), "Have the two teams talked?", "Yes"),
                        new Step(new NodeId("agreed"), "What of agreed?", "Yes"));
        assertThat(walk.question()).isNull();
        assertThat(walk.end()).isEqualTo(new End(new NodeId("escalate"), "Do escalate", "With **care**."));
        assertThat(walk.uncounted()).isTrue();
    }

    @Test
    void takesTheSameAnswerOnceAndNoOtherWithoutGoingBack() {
        Walk walk = begun().answer(0, 1, NOON);

        assertThat(walk.answer(0, 1, NOON.plusSeconds(9))).isEqualTo(walk);
        refuses(() -> walk.answer(0, 0, NOON), "answered-otherwise");
        refuses(() -> walk.answer(2, 0, NOON), "step-not-reached");
        refuses(() -> walk.answer(-1, 0, NOON), "step-not-reached");
        refuses(() -> walk.answer(1, 2, NOON), "no-such-answer");
        refuses(() -> walk.answer(1, -1, NOON), "no-such-answer");
        refuses(() -> finished().answer(1, 0, NOON), "run-finished");
    }

    @Test
    void goesBackToAQuestionAndForgetsWhatFollowed() {
        Walk walk = begun().answer(0, 1, NOON).answer(1, 0, NOON).back(1, NOON);

        assertThat(walk.steps()).hasSize(1);
        assertThat(walk.question()).isEqualTo(whole().nodes().get(1));
        assertThat(walk.back(1, NOON)).isEqualTo(walk);
        assertThat(walk.back(0, NOON).steps()).isEmpty();
        refuses(() -> walk.back(-1, NOON), "step");
    }

    @Test
    void doesNotGoRoundForEver() {
        Walk walk = begun();
        for (int step = 0; step < Walk.MOST_STEPS; step++) {
            walk = walk.answer(step, 1, NOON);
        }
        Walk last = walk;
        refuses(() -> last.answer(Walk.MOST_STEPS, 1, NOON), "run-too-long");
    }

    @Test
    void staysAsItIsOnceItIsAttached() {
        Walk frozen = finished().freeze();

        refuses(() -> begun().freeze(), "run-not-finished");
        refuses(() -> frozen.back(0, NOON), "run-attached");
        assertThat(frozen.answer(0, 0, NOON)).isEqualTo(frozen);
        assertThat(frozen.freeze()).isEqualTo(frozen);
    }

    @Test
    void isAttachedToTwentyThingsAtMostAndToEachOnce() {
        TreeRun run = shown().state();
        assertThat(run.isOf(AMARA.value())).isTrue();
        assertThat(run.isOf(PRIYA.value())).isFalse();
        assertThat(run.attach(to("impediment-1")).events()).isEmpty();
        for (int i = 2; i <= TreeRun.MOST_ATTACHMENTS; i++) {
            run = run.attach(to("impediment-" + i)).state();
        }
        TreeRun full = run;
        assertThat(full.about()).hasSize(20);
        refuses(() -> full.attach(to("impediment-21")), "attachments-too-many");
    }

    @Test
    void isTakenAwayWithoutATraceBeingLostAndCanBeAttachedAgain() {
        TreeRun run = shown().state();
        Change<TreeRun> away = run.detach(Attachment.Kind.IMPEDIMENT, "impediment-1", NOON.plusSeconds(60));

        assertThat(away.events()).containsExactly(new TreeRunDetached(Attachment.Kind.IMPEDIMENT, "impediment-1"));
        assertThat(away.state().isAttached()).isFalse();
        assertThat(away.state().isOf(AMARA.value())).isTrue();
        assertThat(away.state().about())
                .singleElement()
                .extracting(Attachment::takenAway)
                .isEqualTo(NOON.plusSeconds(60));
        assertThat(away.state()
                        .detach(Attachment.Kind.IMPEDIMENT, "impediment-1", NOON)
                        .events())
                .isEmpty();
        refuses(() -> run.detach(Attachment.Kind.DECISION, "impediment-1", NOON), "not-attached");

        TreeRun again = away.state().attach(to("impediment-1")).state();
        assertThat(again).isEqualTo(run);
    }

    @Test
    void countsNothingBelowFiveAndThenFiveAtATime() {
        Tally tally = Tally.EMPTY;
        for (int i = 0; i < 14; i++) {
            assertThat(tally.runs()).isEqualTo(i < 5 ? 0 : i < 10 ? 5 : 10);
            tally = tally.with(new RunId("run-" + i), i % 5 == 0 ? ESCALATE : TALK);
        }
        assertThat(tally.runs()).isEqualTo(10);
        assertThat(tally.runs(ESCALATE.node())).isEqualTo(2);
        assertThat(tally.runs(TALK.node())).isEqualTo(8);
        assertThat(tally.runs(new NodeId("other"))).isZero();
    }

    @Test
    void countsARunOnceForTheEndItReachedLastWhileItWaited() {
        Tally tally = Tally.EMPTY.with(new RunId("run-0"), TALK).with(new RunId("run-0"), ESCALATE);
        for (int i = 1; i < 5; i++) {
            assertThat(tally.runs()).isZero();
            tally = tally.with(new RunId("run-" + i), TALK);
        }
        assertThat(tally.shown())
                .containsExactlyInAnyOrder(
                        new Tally.Count(TALK.node(), "Do talk", 4), new Tally.Count(ESCALATE.node(), "Do escalate", 1));
        assertThat(tally.with(new RunId("run-3"), ESCALATE)).isEqualTo(tally);
    }

    @Test
    void aCountGoesByWhatItsEndSaidLast() {
        Tally tally = Tally.EMPTY;
        for (String run : List.of("1", "2", "3", "4")) {
            tally = tally.with(new RunId(run), TALK);
        }
        tally = tally.with(new RunId("5"), new End(TALK.node(), "Talk first", null));
        assertThat(tally.shown()).containsExactly(new Tally.Count(TALK.node(), "Talk first", 5));
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
