package io.guildhall.cop.adoption;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one team says of one page.
 *
 * @param title what the page was called
 * @param stance null where the team has taken back what it said
 * @param words with what it adapts the page, or why it declines it
 * @param revision the text of the page that it speaks of
 * @param scopes the community, for whoever may see it
 */
public record Adoption(
        @About("Id of the page") PageId page,
        @About("Id of the community") CommunityId community,
        @About("Id of the team") TeamId team,
        @About("What the page was called") String title,

        @About("What the team says; null where it has taken that back") @Nullable
        Stance stance,

        @About("With what it adapts the page, or why it declines it; null for neither") @Nullable
        String words,

        @About("The number of the text it speaks of") int revision,
        @About("Id of the person who said it for the team") PersonId by,
        @About("When") Instant at,
        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    /** Characters of the words: enough for a reason, too few for another page. */
    static final int WORDS = 500;

    public Adoption {
        scopes = List.copyOf(scopes);
    }

    /** One for each page and team. */
    public static String idOf(PageId page, TeamId team) {
        return CommandContext.derivedId("adoption", page.value(), team.value());
    }

    /**
     * What a team says now.
     *
     * @throws Refusal 422 when it adapts without saying with what, or declines without saying why
     */
    static Change<Adoption> say(
            @Nullable Adoption before,
            Subject subject,
            TeamId team,
            Stance stance,
            @Nullable String words,
            PersonId by,
            Instant at) {
        String said = words(stance, words);
        if (before != null
                && before.stance == stance
                && Objects.equals(before.words, said)
                && before.revision == subject.revision()) {
            return Change.none(before);
        }
        Adoption adoption = new Adoption(
                subject.page(),
                subject.community(),
                team,
                subject.title(),
                stance,
                said,
                subject.revision(),
                by,
                at,
                subject.visibility(),
                List.of(subject.community().value()));
        return Change.of(adoption, event(stance, subject.title(), team, said));
    }

    /** It says nothing again. */
    Change<Adoption> takeBack(PersonId person, Instant when) {
        if (stance == null) {
            return Change.none(this);
        }
        return Change.of(
                new Adoption(page, community, team, title, null, null, revision, person, when, visibility, scopes),
                new AdoptionTakenBack(title, team));
    }

    boolean isUse() {
        return stance == Stance.ADOPT || stance == Stance.ADAPT;
    }

    /** A page as a team speaks of it. */
    record Subject(PageId page, CommunityId community, String title, int revision, Visibility visibility) {}

    private static @Nullable String words(Stance stance, @Nullable String words) {
        return switch (stance) {
            case ADOPT -> null;
            case ADAPT -> Wording.required("adaptation", words, WORDS);
            case DECLINE -> Wording.required("reason", words, WORDS);
            case UNKNOWN ->
                throw Refusal.invalid("stance", "Say ADOPT, ADAPT with what, or DECLINE with a reason.")
                        .with("field", "stance");
        };
    }

    private static DomainEvent event(Stance stance, String title, TeamId team, @Nullable String words) {
        String said = Objects.requireNonNullElse(words, "");
        return switch (stance) {
            case ADOPT -> new PageAdopted(title, team);
            case ADAPT -> new PageAdapted(title, team, said);
            default -> new PageDeclined(title, team, said);
        };
    }
}
