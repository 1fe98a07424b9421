package io.guildhall.feed.mail;

import io.guildhall.platform.access.Visibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to answer, as the state of its subject says it.
 *
 * @param topic with {@code subject}: what it is about
 * @param path of the page in the portal on which it is answered
 * @param people who answer for it whatever roles they hold, none where that goes by roles alone
 * @param units where a role is needed to answer
 * @param acted who is not asked, because they did what is to be answered
 * @param by who asks, null where the time alone does
 * @param from the unit for which they ask
 * @param days what was said of days, in words; empty for nothing
 * @param day the one it is needed by
 * @param scopes with {@code visibility}: who may see the subject
 */
record Ask(
        Kind kind,
        String topic,
        String subject,
        String title,
        String path,
        Set<String> people,
        List<String> units,
        Set<String> acted,
        @Nullable String by,
        @Nullable String from,
        String days,
        @Nullable LocalDate day,
        Visibility visibility,
        List<String> scopes) {

    Ask {
        people = Set.copyOf(people);
        units = List.copyOf(units);
        acted = Set.copyOf(acted);
        scopes = List.copyOf(scopes);
    }

    /**
     * What there is to answer. The roles are those that may carry out the use case in the service that owns the subject; who
     * is asked are those that hold one of them nearest to it.
     */
    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    enum Kind {
        ANSWER_REQUEST(
                "CommitDependency",
                Roles.LEADS,
                "Commit to a day, offer another one, or decline.",
                "guildhall.team.dependency-proposed.v1"),
        ANSWER_OFFER(
                "CommitDependency",
                Roles.LEADS,
                "Take the day that is offered, or offer another one.",
                "guildhall.team.dependency-countered.v1",
                "guildhall.team.dependency-handed-over.v1"),
        ACCEPT_DELIVERY(
                "AcceptDependency",
                Roles.LEADS,
                "Say whether what was delivered is what you needed.",
                "guildhall.team.dependency-delivered.v1",
                "guildhall.team.dependency-handed-over.v1"),
        /** The promise is for a later day than the need. */
        LIVE_WITH_LATER(
                "WithdrawDependency",
                Roles.OWNERS,
                "It is promised for later than you need it: need it later, or withdraw it.",
                "guildhall.team.dependency-committed.v1",
                "guildhall.team.dependency-slipped.v1",
                "guildhall.team.dependency-handed-over.v1"),
        /** The need has moved before the promise. */
        DELIVER_EARLIER(
                "SlipDependency",
                Roles.LEADS,
                "It is needed earlier than you have promised: promise another day, or say that you cannot.",
                "guildhall.team.needed-by-moved.v1"),
        DELIVER_NOW("DeliverDependency", Roles.LEADS, "The day you promised is over: deliver it, or move the day."),
        TAKE_UP(
                "UpdateImpediment",
                Roles.SCRUM_OF_SCRUMS,
                "Take it up: say what comes next, remove it, or pass it on.",
                "guildhall.team.impediment-escalated.v1"),
        ANSWER_ESCALATION(
                "AnswerEscalation",
                Roles.LEADERSHIP,
                "Accept, decline with a reason, or promise a day.",
                "guildhall.team.impediment-escalated.v1"),
        KEEP_PROMISE(
                "AnswerEscalation",
                Roles.LEADERSHIP,
                "The day you promised is over and it is still in the way: answer again."),
        DECIDE(
                "AcceptDecision",
                Roles.DECIDERS,
                "Accept it, or veto it with a reason.",
                "guildhall.roadmap.decision-recorded.v1"),
        ANSWER_CHANGE(
                "EditPage",
                Roles.COMMUNITY_LEADS,
                "Take it over, or decline it with a reason.",
                "guildhall.cop.change-proposed.v1"),
        LOOK_AGAIN(
                "EditPage",
                Roles.COMMUNITY_LEADS,
                "The day to look at it again is over: say that it is still true, edit it, or archive it.");

        private final String useCase;
        private final Set<String> roles;
        private final String todo;
        private final Set<String> raisedBy;

        /** @param raisedBy the wire names of the events that ask; what the time asks for by itself has none */
        Kind(String useCase, Set<String> roles, String todo, String... raisedBy) {
            this.useCase = useCase;
            this.roles = roles;
            this.todo = todo;
            this.raisedBy = Set.of(raisedBy);
        }

        /** What the service that owns the subject calls the answer. */
        String useCase() {
            return useCase;
        }

        Set<String> roles() {
            return roles;
        }

        /** What is to be done about it. */
        String todo() {
            return todo;
        }

        boolean isRaisedBy(String type) {
            return raisedBy.contains(type);
        }

        /** Whether an event may ask somebody for something. */
        static boolean anyIsRaisedBy(String type) {
            for (Kind kind : values()) {
                if (kind.isRaisedBy(type)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class Roles {

        static final Set<String> OWNERS = Set.of(
                "PRODUCT_OWNER",
                "BACKUP_PRODUCT_OWNER",
                "SCRUM_MASTER",
                "CO_SCRUM_MASTER",
                "AREA_PRODUCT_OWNER",
                "CHIEF_PRODUCT_OWNER");
        static final Set<String> LEADS = Set.of(
                "PRODUCT_OWNER",
                "BACKUP_PRODUCT_OWNER",
                "SCRUM_MASTER",
                "CO_SCRUM_MASTER",
                "TECH_LEAD",
                "AREA_PRODUCT_OWNER",
                "CHIEF_PRODUCT_OWNER");
        static final Set<String> SCRUM_OF_SCRUMS = Set.of("SCRUM_OF_SCRUMS_MASTER");
        static final Set<String> LEADERSHIP = Set.of("EXECUTIVE_ACTION_TEAM");
        static final Set<String> COMMUNITY_LEADS = Set.of("COMMUNITY_LEAD", "COMMUNITY_CO_LEAD");
        static final Set<String> DECIDERS = Set.of("PRODUCT_OWNER", "AREA_PRODUCT_OWNER", "CHIEF_PRODUCT_OWNER");

        private Roles() {}
    }
}
