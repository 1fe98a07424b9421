package io.guildhall.cop.pages;

import static io.guildhall.cop.pages.PageExamples.AMARA;
import static io.guildhall.cop.pages.PageExamples.IN_SPRING;
import static io.guildhall.cop.pages.PageExamples.PRIYA;
import static io.guildhall.cop.pages.PageExamples.TODAY;
import static io.guildhall.cop.pages.PageExamples.draft;
import static io.guildhall.cop.pages.PageExamples.drafted;
import static io.guildhall.cop.pages.PageExamples.inReview;
import static io.guildhall.cop.pages.PageExamples.proposed;
import static io.guildhall.cop.pages.PageExamples.published;
import static io.guildhall.cop.pages.PageExamples.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlaybookPageTests {

    @Test
    void aDraftIsForTheMembersAndAPublishedPageForWhoeverSeesTheCommunity() {
        assertThat(draft().visibility()).isEqualTo(Visibility.TEAM);
        assertThat(inReview().visibility()).isEqualTo(Visibility.TEAM);
        assertThat(proposed().visibility()).isEqualTo(Visibility.TEAM);
        assertThat(published().visibility()).isEqualTo(Visibility.ORGANIZATION);
        assertThat(drafted(false).state().publish(IN_SPRING, TODAY).state().visibility())
                .isEqualTo(Visibility.TEAM);
    }

    @Test
    void anArchivedPageIsReadByWhoeverReadItBefore() {
        assertThat(published().archive(null).state().visibility()).isEqualTo(Visibility.ORGANIZATION);
        assertThat(draft().archive(null).state().visibility()).isEqualTo(Visibility.TEAM);
        assertThat(published().archive(null).state().reopen().state().visibility())
                .isEqualTo(Visibility.TEAM);
    }

    @Test
    void isWrittenOnWithTheNextRevision() {
        PlaybookPage written = published()
                .write(revision(2, "page-1:1:key", "More"), List.of("/decisions/d"))
                .state();

        assertThat(written.revision()).isEqualTo(2);
        assertThat(written.text()).isEqualTo("page-1:2:key");
        assertThat(written.characters()).isEqualTo(4);
        assertThat(written.links()).containsExactly("/decisions/d");
        assertThat(written.reviewBy()).isEqualTo(IN_SPRING);
    }

    @Test
    void aTextThatFollowsOnAnotherThanThePresentOneHasToBeBroughtTogetherFirst() {
        assertThatThrownBy(() -> draft().write(revision(2, "page-1:0:key", "More"), List.of()))
                .isInstanceOf(MovedOn.class);
    }

    @Test
    void goesFromDraftThroughReviewToPublished() {
        assertThat(inReview().submit().events()).isEmpty();
        assertThat(inReview().publish(IN_SPRING, TODAY).state().status()).isEqualTo(PageStatus.PUBLISHED);
        assertThat(published().publish(IN_SPRING, TODAY).events()).isEmpty();
        refuses(() -> published().submit(), "page-published");
        refuses(() -> proposed().publish(IN_SPRING, TODAY), "page-proposed");
        refuses(() -> proposed().submit(), "page-proposed");
    }

    @Test
    void isSentBackWithWhatIsAskedForAndThatIsForgottenOnceItIsPublished() {
        PlaybookPage back = inReview().sendBack("An example, please").state();

        assertThat(back.status()).isEqualTo(PageStatus.DRAFT);
        assertThat(back.remark()).isEqualTo("An example, please");
        assertThat(back.publish(IN_SPRING, TODAY).state().remark()).isNull();
        refuses(() -> inReview().sendBack(" "), "remark-missing");
        refuses(() -> draft().sendBack("An example"), "page-draft");
    }

    @Test
    void stillHoldsUntilAnotherDay() {
        assertThat(published().confirm(IN_SPRING, TODAY).events()).isEmpty();
        assertThat(published().confirm(IN_SPRING.plusDays(1), TODAY).state().reviewBy())
                .isEqualTo(IN_SPRING.plusDays(1));
        refuses(() -> published().confirm(TODAY, TODAY), "review-day");
        refuses(() -> published().confirm(TODAY.plusYears(4), TODAY), "review-day");
        refuses(() -> draft().confirm(IN_SPRING, TODAY), "page-draft");
    }

    @Test
    void isOverdueAfterItsDay() {
        assertThat(published().isOverdue(IN_SPRING)).isFalse();
        assertThat(published().isOverdue(IN_SPRING.plusDays(1))).isTrue();
        assertThat(published().archive(null).state().isOverdue(IN_SPRING.plusDays(1)))
                .isFalse();
    }

    @Test
    void aProposalBecomesADraftOfWhoeverTakesIt() {
        PlaybookPage taken = proposed().own(AMARA).state();

        assertThat(taken.status()).isEqualTo(PageStatus.DRAFT);
        assertThat(taken.isOwnedBy("person-amara")).isTrue();
        assertThat(taken.source()).isEqualTo("impediment-1@17");
    }

    @Test
    void whoTakesOverAPageIsNoLongerNamedAmongItsAuthors() {
        PlaybookPage shared = draft().writtenWith(List.of(AMARA)).state();

        assertThat(shared.isWrittenBy("person-amara")).isTrue();
        assertThat(shared.own(AMARA).state().authors()).isEmpty();
        assertThat(shared.own(AMARA).state().isWrittenBy("person-priya")).isFalse();
    }

    @Test
    void hasAtMostFiftyAuthorsAndItsOwnerIsNoneOfThem() {
        List<PersonId> crowd = IntStream.range(0, 51)
                .mapToObj(i -> new PersonId("person-" + i))
                .toList();

        refuses(() -> draft().writtenWith(crowd), "authors-too-many");
        assertThat(draft().writtenWith(List.of(PRIYA)).events()).isEmpty();
    }

    @Test
    void anArchivedPageIsReadAndNotChanged() {
        PlaybookPage archived = published().archive("Everybody does it").state();

        refuses(() -> archived.write(revision(2, "page-1:1:key", "More"), List.of()), "page-archived");
        refuses(() -> archived.own(AMARA), "page-archived");
        assertThat(archived.archive(null).events()).isEmpty();
        assertThat(archived.reopen().state().status()).isEqualTo(PageStatus.DRAFT);
        assertThat(proposed().archive(null).state().reopen().state().status()).isEqualTo(PageStatus.PROPOSED);
    }

    @Test
    void servesATemplateOrTreatsRules() {
        PlaybookPage.Purpose purpose = new PlaybookPage.Purpose(Makes.RITUAL_AGENDA, List.of("a", "a"));

        assertThat(draft().serve(purpose).state().treats()).containsExactly("a");
        assertThat(draft().serve(PlaybookPage.Purpose.READING).events()).isEmpty();
        refuses(() -> new PlaybookPage.Purpose(Makes.UNKNOWN, List.of()), "makes-unknown");
    }

    @Test
    void takesTwoHundredThousandCharactersAndSaysWhatToDoWithMore() {
        assertThat(new Content("A", null, "x".repeat(Content.TEXT)).text()).hasSize(Content.TEXT);
        refuses(() -> new Content("A", null, "x".repeat(Content.TEXT + 1)), "text-too-long");
        refuses(() -> new Content(" ", null, ""), "title-missing");
        refuses(() -> new Content("A", null, "a\0b"), "unusable-text");
        assertThat(new Content("A", null, "a\r\nb\rc").text()).isEqualTo("a\nb\nc");
    }

    @Test
    void leadsToWhatItsLinksNameInsideThePortal() {
        assertThat(Links.inside(List.of(
                        "/impediments/1?x#y",
                        "/impediments/1",
                        "https://elsewhere.example/pages/1",
                        "//elsewhere.example",
                        "/api/cop/files/1",
                        "#h-top",
                        "/" + "x".repeat(300))))
                .containsExactly("/impediments/1");
        assertThat(PlaybookPage.draft(
                                PageExamples.COMMUNITY,
                                true,
                                revision(1, null, "Many"),
                                Collections.nCopies(300, "/pages/2"),
                                PlaybookPage.Purpose.READING)
                        .state()
                        .links())
                .hasSize(PlaybookPage.MOST_LINKS);
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
