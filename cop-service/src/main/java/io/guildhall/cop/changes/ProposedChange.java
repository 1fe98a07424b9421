package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Another text for a page, proposed by somebody who may not write it. Who may takes it over or says why not. The text itself
 * is kept in {@link ProposedTexts}.
 *
 * @param title what the page was called
 * @param base the number of the revision that it began with
 * @param note what is changed, in a line
 * @param reason why it was declined; null otherwise
 * @param scopes the community, for whoever may see it
 */
public record ProposedChange(
        @About("Id of the page") PageId page,
        @About("Id of the community") CommunityId community,
        @About("What the page was called") String title,

        @About("The number of the revision that it began with")
        int base,

        @About("Characters of the proposed text") int characters,

        @About("What is changed, in a line; null where nobody has said") @Nullable
        String note,

        @About("Id of the person who proposes it") PersonId by,
        @About("When it was proposed") Instant at,
        ChangeStatus status,

        @About("Why it was declined; null otherwise") @Nullable
        String reason,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    public ProposedChange {
        scopes = List.copyOf(scopes);
    }

    static Change<ProposedChange> propose(
            PageId page,
            CommunityId community,
            String title,
            int base,
            int characters,
            @Nullable String note,
            PersonId by,
            Instant at,
            Visibility visibility) {
        ProposedChange change = new ProposedChange(
                page,
                community,
                title,
                base,
                characters,
                Wording.optional("note", note, Wording.LINE),
                by,
                at,
                ChangeStatus.OPEN,
                null,
                visibility,
                List.of(community.value()));
        return Change.of(change, new ChangeProposed(page, title, change.note));
    }

    public boolean isBy(String person) {
        return by.value().equals(person);
    }

    /** It stands on the page now. */
    Change<ProposedChange> take() {
        return end(ChangeStatus.TAKEN, null, new ChangeTaken(page, title));
    }

    /** @throws Refusal 422 without a reason, 409 when it is not open any more */
    Change<ProposedChange> decline(@Nullable String why) {
        String said = Wording.required("reason", why, Wording.PARAGRAPH);
        return end(ChangeStatus.DECLINED, said, new ChangeDeclined(page, title, said));
    }

    Change<ProposedChange> withdraw() {
        return end(ChangeStatus.WITHDRAWN, null, new ChangeWithdrawn(page, title));
    }

    private Change<ProposedChange> end(ChangeStatus end, @Nullable String why, DomainEvent event) {
        if (status == end) {
            return Change.none(this);
        }
        if (status != ChangeStatus.OPEN) {
            throw Refusal.conflict(
                    "change-" + status.name().toLowerCase(Locale.ROOT),
                    "This proposal is " + status + " already; propose again what is still missing.");
        }
        return Change.of(
                new ProposedChange(
                        page, community, title, base, characters, note, by, at, end, why, visibility, scopes),
                event);
    }
}
