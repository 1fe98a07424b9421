package io.guildhall.cop.trees;

import static io.guildhall.cop.trees.TreeExamples.AMARA;
import static io.guildhall.cop.trees.TreeExamples.COMMUNITY;
import static io.guildhall.cop.trees.TreeExamples.PRIYA;
import static io.guildhall.cop.trees.TreeExamples.content;
import static io.guildhall.cop.trees.TreeExamples.drafted;
import static io.guildhall.cop.trees.TreeExamples.end;
import static io.guildhall.cop.trees.TreeExamples.graph;
import static io.guildhall.cop.trees.TreeExamples.published;
import static io.guildhall.cop.trees.TreeExamples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionTreeTests {

    @Test
    void isDraftedWithGapsByItsOwnerForTheMembers() {
        DecisionTree tree = drafted(Graph.EMPTY).state();

        assertThat(tree.status()).isEqualTo(TreeStatus.DRAFT);
        assertThat(tree.visibility()).isEqualTo(Visibility.TEAM);
        assertThat(tree.isOwnedBy(PRIYA.value())).isTrue();
        assertThat(tree.graph().gaps()).isNotEmpty();
        refuses(() -> new DecisionTree.Content(" ", null, Graph.EMPTY), "title-missing");
    }

    @Test
    void countsWhatItSaysAndTheSameChangesNothing() {
        DecisionTree tree =
                drafted(Graph.EMPTY).state().revise(content(whole())).state();

        assertThat(tree.revision()).isEqualTo(2);
        assertThat(tree.graph()).isEqualTo(whole());
        assertThat(tree.revise(content(whole())).events()).isEmpty();
    }

    @Test
    void isPublishedWithoutGapsForWhoeverSeesTheCommunity() {
        assertThat(published().visibility()).isEqualTo(Visibility.ORGANIZATION);
        assertThat(published().publish().events()).isEmpty();
        assertThat(DecisionTree.draft(COMMUNITY, false, content(whole()), PRIYA)
                        .state()
                        .publish()
                        .state()
                        .visibility())
                .isEqualTo(Visibility.TEAM);
        assertThatThrownBy(() -> drafted(graph("a", end("a"))).state().publish())
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo("tree-has-gaps");
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.property("gaps"))
                            .isEqualTo(graph("a", end("a")).gaps());
                });
    }

    @Test
    void getsNoGapOncePublished() {
        refuses(() -> published().revise(content(Graph.EMPTY)), "tree-has-gaps");
        assertThat(published()
                        .revise(new DecisionTree.Content("Another name", null, whole()))
                        .state()
                        .status())
                .isEqualTo(TreeStatus.PUBLISHED);
    }

    @Test
    void isArchivedAndReopenedAsADraft() {
        DecisionTree archived = published().archive("Everybody knows").state();

        assertThat(archived.visibility()).as("who saw it sees it").isEqualTo(Visibility.ORGANIZATION);
        assertThat(archived.archive(null).events()).isEmpty();
        refuses(() -> archived.revise(content(whole())), "tree-archived");
        refuses(archived::publish, "tree-archived");
        refuses(() -> archived.own(AMARA), "tree-archived");
        DecisionTree again = archived.reopen().state();
        assertThat(again.status()).isEqualTo(TreeStatus.DRAFT);
        assertThat(again.visibility()).isEqualTo(Visibility.TEAM);
        assertThat(again.reopen().events()).isEmpty();
    }

    @Test
    void isHandedOver() {
        DecisionTree handed = published().own(AMARA).state();

        assertThat(handed.isOwnedBy(AMARA.value())).isTrue();
        assertThat(handed.own(AMARA).events()).isEmpty();
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
