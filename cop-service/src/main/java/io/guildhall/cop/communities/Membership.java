package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person belongs to a community. It has the form of a grant, so that other services know by it who may see what is
 * private to the community.
 *
 * @param scope the community
 * @param role always COMMUNITY_MEMBER
 * @param to the last day; null while the person is a member
 */
public record Membership(
        @About("Id of the community") CommunityId scope,
        @About("Id of the person") PersonId person,
        @About("Always COMMUNITY_MEMBER") String role,
        @About("The first day") LocalDate from,

        @About("The day the person left; null while they are a member") @Nullable
        LocalDate to,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    static final String ROLE = "COMMUNITY_MEMBER";

    public Membership {
        scopes = List.copyOf(scopes);
    }

    /** One for each person and community, however often they come and go. */
    public static String idOf(CommunityId community, PersonId person) {
        return CommandContext.derivedId("membership", community.value(), person.value());
    }

    static Change<Membership> begin(CommunityId community, PersonId person, LocalDate today) {
        return Change.of(of(community, person, today, null), new CommunityJoined(community, person));
    }

    public boolean lasts() {
        return to == null;
    }

    Change<Membership> joinAgain(LocalDate today) {
        return lasts()
                ? Change.none(this)
                : Change.of(of(scope, person, today, null), new CommunityJoined(scope, person));
    }

    Change<Membership> leave(LocalDate today) {
        return lasts()
                ? Change.of(of(scope, person, from, today), new CommunityLeft(scope, person))
                : Change.none(this);
    }

    /** Who belongs where is for the members to see, of open communities as well. */
    private static Membership of(CommunityId community, PersonId person, LocalDate from, @Nullable LocalDate to) {
        return new Membership(community, person, ROLE, from, to, Visibility.TEAM, List.of(community.value()));
    }
}
