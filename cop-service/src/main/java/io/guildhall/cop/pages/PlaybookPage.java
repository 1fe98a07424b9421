package io.guildhall.cop.pages;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a community's playbook. It has an owner who answers for it and a day by which somebody looks whether it still
 * holds. Its text is kept as {@link Revisions}.
 *
 * @param makes what is made of it; null for a page that is read
 * @param treats the rules whose findings it helps with
 * @param owner who answers for it; null for a proposal
 * @param authors who else may write in it
 * @param revision the number of the present text
 * @param text the key of the present text
 * @param links where its text leads inside the portal, for backlinks
 * @param reviewBy when it is to be looked at again; null until it is published
 * @param remark what a reviewer asked for; null when nothing
 * @param source the event that led to it; null when a person wrote it
 * @param community where it belongs, also in {@code scopes} for whoever may see it
 * @param open whether the community is; what is not published yet is for its members anyway
 */
public record PlaybookPage(
        @About("Id of the community") CommunityId community,
        @About("Whether everybody may see the community") boolean open,
        @About("What it is called") String title,

        @About("What it is about, in one line; null where nobody has written that") @Nullable
        String summary,

        @About("What is made of it when it is filled in; null for a page that is read") @Nullable
        Makes makes,

        @About("Ids of the rules whose findings it helps with")
        List<String> treats,

        PageStatus status,

        @About("Id of the person who answers for it; null for a proposal") @Nullable
        PersonId owner,

        @About("Ids of the people who may write in it as well")
        List<PersonId> authors,

        @About("Counts the texts it has had, from 1") int revision,
        @About("Where the present text is kept") String text,
        @About("Characters of the present text") int characters,
        @About("Paths in the portal that the text leads to") List<String> links,
        @About("When the text was written last") Instant writtenAt,

        @About("When it is to be looked at again; null until it is published") @Nullable
        LocalDate reviewBy,

        @About("What a reviewer asked for; null when nothing") @Nullable
        String remark,

        @About("Id of the event that led to it; null when a person wrote it") @Nullable
        String source,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    /** Days after which a page is looked at again, where nobody says otherwise. */
    public static final int REVIEW_DAYS = 180;

    private static final int LONGEST_REVIEW_DAYS = 3 * 366;
    private static final int MOST_AUTHORS = 50;
    private static final int MOST_TREATED = 20;

    /** A page has more links than that at times; backlinks to the first ones are enough. */
    static final int MOST_LINKS = 200;

    private static final Set<PageStatus> UNPUBLISHED =
            Set.of(PageStatus.PROPOSED, PageStatus.DRAFT, PageStatus.IN_REVIEW);

    public PlaybookPage {
        treats = List.copyOf(treats);
        authors = List.copyOf(authors);
        links = List.copyOf(links);
        scopes = List.copyOf(scopes);
    }

    /**
     * What a page is besides its text.
     *
     * @param makes null for a page that is read
     * @param treats ids of rules, at most 20
     */
    public record Purpose(@Nullable Makes makes, List<String> treats) {

        public static final Purpose READING = new Purpose(null, List.of());

        public Purpose {
            treats = treats.stream()
                    .map(rule -> Wording.required("rule", rule, Wording.LINE))
                    .distinct()
                    .toList();
            if (treats.size() > MOST_TREATED) {
                throw Refusal.invalid("rules-too-many", "A page treats at most " + MOST_TREATED + " rules.")
                        .with("field", "treats");
            }
            if (makes == Makes.UNKNOWN) {
                throw Refusal.invalid("makes-unknown", "Choose what the template makes from what there is.")
                        .with("field", "makes");
            }
        }
    }

    /** Somebody begins to write. */
    static Change<PlaybookPage> draft(
            CommunityId community, boolean open, Revision first, List<String> links, Purpose purpose) {
        return begun(community, open, first, links, purpose, PageStatus.DRAFT, first.by(), null);
    }

    /** Something that happened is worth a page; whoever takes it over answers for it. */
    static Change<PlaybookPage> propose(
            CommunityId community, boolean open, Revision first, List<String> links, String source) {
        return begun(community, open, first, links, Purpose.READING, PageStatus.PROPOSED, null, source);
    }

    private static Change<PlaybookPage> begun(
            CommunityId community,
            boolean open,
            Revision first,
            List<String> links,
            Purpose purpose,
            PageStatus status,
            @Nullable PersonId owner,
            @Nullable String source) {
        Content content = first.content();
        PlaybookPage page = new PlaybookPage(
                community,
                open,
                content.title(),
                content.summary(),
                purpose.makes(),
                purpose.treats(),
                status,
                owner,
                List.of(),
                1,
                first.key(),
                content.text().length(),
                first(links),
                first.at(),
                null,
                null,
                source,
                Visibility.TEAM,
                List.of(community.value()));
        return Change.of(
                page,
                status == PageStatus.PROPOSED
                        ? new PageProposed(page.title, page.summary, source)
                        : new PageDrafted(page.title, page.summary, page.makes));
    }

    /** Whether somebody may write in it without asking. */
    public boolean isWrittenBy(String person) {
        return Stream.concat(Stream.ofNullable(owner), authors.stream())
                .anyMatch(author -> author.value().equals(person));
    }

    public boolean isOwnedBy(String person) {
        return owner != null && owner.value().equals(person);
    }

    /** Whether it should have been looked at again before this day. */
    public boolean isOverdue(LocalDate today) {
        return status == PageStatus.PUBLISHED && reviewBy != null && reviewBy.isBefore(today);
    }

    /**
     * It gets another text.
     *
     * @param written follows on the present one
     * @throws MovedOn when another text came first
     */
    Change<PlaybookPage> write(Revision written, List<String> newLinks) {
        refuseArchived();
        if (!text.equals(written.previous())) {
            throw new MovedOn();
        }
        Content content = written.content();
        PlaybookPage page = new Builder(this).content(written, first(newLinks)).build();
        return Change.of(
                page,
                new PageWritten(
                        written.number(), content.title(), content.text().length(), written.note()));
    }

    /** Another purpose; the same changes nothing. */
    Change<PlaybookPage> serve(Purpose purpose) {
        refuseArchived();
        if (purpose.makes() == makes && purpose.treats().equals(treats)) {
            return Change.none(this);
        }
        Builder builder = new Builder(this);
        builder.makes = purpose.makes();
        builder.treats = purpose.treats();
        return Change.of(builder.build(), new PagePurposeSet(purpose.makes(), purpose.treats()));
    }

    /** Asks for a review. */
    Change<PlaybookPage> submit() {
        if (status == PageStatus.IN_REVIEW) {
            return Change.none(this);
        }
        refuseUnless(status == PageStatus.DRAFT, "offer it for review");
        return to(PageStatus.IN_REVIEW, null, new PageSubmitted());
    }

    /** A reviewer asks for something first. */
    Change<PlaybookPage> sendBack(@Nullable String asked) {
        String said = Wording.required("remark", asked, Wording.PARAGRAPH);
        refuseUnless(status == PageStatus.IN_REVIEW, "send it back");
        return to(PageStatus.DRAFT, said, new PageSentBack(said));
    }

    /**
     * Everybody who sees the community reads it from now on.
     *
     * @param until when it is to be looked at again
     */
    Change<PlaybookPage> publish(LocalDate until, LocalDate today) {
        if (status == PageStatus.PUBLISHED) {
            return Change.none(this);
        }
        refuseUnless(status == PageStatus.DRAFT || status == PageStatus.IN_REVIEW, "publish it");
        refuseImplausible(until, today);
        Builder builder = new Builder(this);
        builder.status = PageStatus.PUBLISHED;
        builder.remark = null;
        builder.reviewBy = until;
        return Change.of(builder.build(), new PagePublished(title, until));
    }

    /** Somebody has looked: it still holds, until another day. */
    Change<PlaybookPage> confirm(LocalDate until, LocalDate today) {
        refuseUnless(status == PageStatus.PUBLISHED, "say that it still holds");
        refuseImplausible(until, today);
        if (until.equals(reviewBy)) {
            return Change.none(this);
        }
        Builder builder = new Builder(this);
        builder.reviewBy = until;
        return Change.of(builder.build(), new PageConfirmed(until));
    }

    /** Somebody answers for it from now on; a proposal becomes a draft of theirs. */
    Change<PlaybookPage> own(PersonId newOwner) {
        refuseArchived();
        if (newOwner.equals(owner)) {
            return Change.none(this);
        }
        Builder builder = new Builder(this);
        builder.owner = newOwner;
        builder.authors =
                authors.stream().filter(author -> !author.equals(newOwner)).toList();
        if (status == PageStatus.PROPOSED) {
            builder.status = PageStatus.DRAFT;
        }
        return Change.of(builder.build(), new PageOwned(newOwner, owner));
    }

    /** Who may write in it as well. */
    Change<PlaybookPage> writtenWith(List<PersonId> others) {
        refuseArchived();
        List<PersonId> wanted =
                others.stream().filter(one -> !one.equals(owner)).distinct().toList();
        if (wanted.size() > MOST_AUTHORS) {
            throw Refusal.invalid("authors-too-many", "At most " + MOST_AUTHORS + " people write a page together.")
                    .with("field", "authors");
        }
        if (wanted.equals(authors)) {
            return Change.none(this);
        }
        Builder builder = new Builder(this);
        builder.authors = wanted;
        return Change.of(builder.build(), new PageAuthorsNamed(wanted));
    }

    /** It holds no more, or is not wanted; it stays readable. */
    Change<PlaybookPage> archive(@Nullable String reason) {
        if (status == PageStatus.ARCHIVED) {
            return Change.none(this);
        }
        String said = Wording.optional("reason", reason, Wording.PARAGRAPH);
        return to(PageStatus.ARCHIVED, null, new PageArchived(said, status));
    }

    /** It is written on, as a draft. */
    Change<PlaybookPage> reopen() {
        return status == PageStatus.ARCHIVED
                ? to(owner == null ? PageStatus.PROPOSED : PageStatus.DRAFT, null, new PageReopened())
                : Change.none(this);
    }

    private Change<PlaybookPage> to(PageStatus next, @Nullable String asked, DomainEvent event) {
        Builder builder = new Builder(this);
        builder.status = next;
        builder.remark = asked;
        return Change.of(builder.build(), event);
    }

    private static void refuseImplausible(LocalDate until, LocalDate today) {
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_REVIEW_DAYS))) {
            throw Refusal.invalid(
                            "review-day",
                            "Choose a day from tomorrow on and within three years on which somebody looks at it"
                                    + " again.")
                    .with("field", "reviewBy");
        }
    }

    private void refuseArchived() {
        refuseUnless(status != PageStatus.ARCHIVED, "change it");
    }

    private void refuseUnless(boolean fits, String deed) {
        if (!fits) {
            throw Refusal.conflict(
                    "page-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "The page is " + status.name().replace('_', ' ') + "; you cannot " + deed + " now.");
        }
    }

    private static List<String> first(List<String> links) {
        return links.size() > MOST_LINKS ? links.subList(0, MOST_LINKS) : links;
    }

    /** Archived, it is for those who saw it before: everybody only if it had been published. */
    private static Visibility visibility(PlaybookPage before, PageStatus status) {
        if (!before.open || UNPUBLISHED.contains(status)) {
            return Visibility.TEAM;
        }
        return status == PageStatus.ARCHIVED ? before.visibility : Visibility.ORGANIZATION;
    }

    /** A page with some of it changed; there is too much of it to name all each time. */
    private static final class Builder {

        private final PlaybookPage before;
        private @Nullable Makes makes;
        private List<String> treats;
        private PageStatus status;
        private @Nullable PersonId owner;
        private List<PersonId> authors;
        private @Nullable LocalDate reviewBy;
        private @Nullable String remark;
        private @Nullable Revision written;
        private List<String> links;

        private Builder(PlaybookPage before) {
            this.before = before;
            this.makes = before.makes;
            this.treats = before.treats;
            this.status = before.status;
            this.owner = before.owner;
            this.authors = before.authors;
            this.reviewBy = before.reviewBy;
            this.remark = before.remark;
            this.links = before.links;
        }

        private Builder content(Revision revision, List<String> newLinks) {
            written = revision;
            links = newLinks;
            return this;
        }

        private PlaybookPage build() {
            Content content = written == null ? null : written.content();
            return new PlaybookPage(
                    before.community,
                    before.open,
                    content == null ? before.title : content.title(),
                    content == null ? before.summary : content.summary(),
                    makes,
                    treats,
                    status,
                    owner,
                    authors,
                    written == null ? before.revision : written.number(),
                    written == null ? before.text : written.key(),
                    content == null ? before.characters : content.text().length(),
                    links,
                    written == null ? before.writtenAt : written.at(),
                    reviewBy,
                    remark,
                    before.source,
                    visibility(before, status),
                    before.scopes);
        }
    }
}
