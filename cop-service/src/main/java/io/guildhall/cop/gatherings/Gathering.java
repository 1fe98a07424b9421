package io.guildhall.cop.gatherings;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one gathering. When it takes place is told by the community's schedule; how many were there is kept as a
 * count, and never who.
 *
 * @param title what people call it, as the community was called when this was written
 * @param agenda what is to be talked about, in order
 * @param links where topics of the agenda lead, of those that lead anywhere
 * @param facilitator who leads through it; null where nobody is named. Whoever leaves the community stays named here
 * @param notes Markdown
 * @param attended how many were there; null as long as nobody has said that it took place
 * @param scopes the community, for whoever may see it
 */
public record Gathering(
        @About("Id of the community") CommunityId community,
        @About("The day the cadence names") LocalDate on,

        @About("What people call it: the community and the day")
        String title,

        @About("What is to be talked about, in order") List<String> agenda,

        @About("Where topics of the agenda lead, of those that lead anywhere")
        List<TopicLink> links,

        @About("Id of the member who facilitates it; null where nobody is named") @Nullable
        PersonId facilitator,

        @About("What was said, as Markdown; null where nobody has written") @Nullable
        String notes,

        @About("What is to be done") List<Action> actions,

        @About("How many were there; null as long as nobody has said that it took place") @Nullable
        Integer attended,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    /** Characters of the notes of one gathering. */
    public static final int NOTES = 20_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final int MOST_TOPICS = 50;
    private static final int MOST_ACTIONS = 100;
    private static final int MOST_ATTENDED = 10_000;

    public Gathering {
        agenda = List.copyOf(agenda);
        // What was stored before topics led anywhere has none.
        links = List.copyOf(Objects.requireNonNullElse(links, List.of()));
        actions = List.copyOf(actions);
        scopes = List.copyOf(scopes);
    }

    /** A gathering of which nothing has been written down yet. */
    public static Gathering blank(GatheringId id, String communityName, Visibility visibility) {
        return new Gathering(
                id.community(),
                id.on(),
                communityName + ", " + DAY.format(id.on()),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                visibility,
                List.of(id.community().value()));
    }

    /** @throws Refusal 422 for more than 50 topics, or one that is empty or longer than a line */
    public Change<Gathering> prepare(List<String> topics) {
        List<String> wanted = topics.stream()
                .map(topic -> Wording.required("topic", topic, Wording.LINE))
                .toList();
        return prepare(wanted, links);
    }

    /** Topics that lead to something are added; what leads there already is not talked about twice. */
    Change<Gathering> take(List<TopicLink> topics) {
        List<TopicLink> added = topics.stream()
                .filter(one -> links.stream().noneMatch(link -> link.path().equals(one.path()))
                        && !agenda.contains(one.topic()))
                .toList();
        return prepare(
                Stream.concat(agenda.stream(), added.stream().map(TopicLink::topic))
                        .toList(),
                Stream.concat(links.stream(), added.stream()).toList());
    }

    private Change<Gathering> prepare(List<String> wanted, List<TopicLink> leading) {
        if (wanted.size() > MOST_TOPICS) {
            throw Refusal.invalid("topics-too-many", "An agenda has at most " + MOST_TOPICS + " topics.")
                    .with("field", "items");
        }
        if (wanted.equals(agenda)) {
            return Change.none(this);
        }
        List<TopicLink> kept =
                leading.stream().filter(link -> wanted.contains(link.topic())).toList();
        return Change.of(with(wanted, kept, notes, actions, attended), new GatheringPrepared(wanted));
    }

    /**
     * Somebody facilitates it, or nobody is named.
     *
     * @param member whether the person belongs to the community
     * @throws Refusal 422 for somebody who does not
     */
    public Change<Gathering> facilitate(@Nullable PersonId person, boolean member) {
        if (Objects.equals(person, facilitator)) {
            return Change.none(this);
        }
        if (person != null && !member) {
            throw Refusal.invalid(
                            "facilitator-no-member",
                            "Choose a member of the community; whoever is to facilitate joins it first.")
                    .with("field", "person");
        }
        return Change.of(
                new Gathering(
                        community, on, title, agenda, links, person, notes, actions, attended, visibility, scopes),
                new GatheringFacilitatorNamed(person));
    }

    public Change<Gathering> note(@Nullable String text) {
        String wanted = Wording.optional("notes", text, NOTES);
        return Objects.equals(wanted, notes)
                ? Change.none(this)
                : Change.of(
                        with(agenda, links, wanted, actions, attended),
                        new GatheringNoted(wanted == null ? 0 : wanted.length()));
    }

    public Change<Gathering> act(String id, @Nullable String text, @Nullable PersonId owner) {
        if (actions.stream().anyMatch(action -> action.id().equals(id))) {
            return Change.none(this);
        }
        Action action = new Action(id, Wording.required("action", text, Wording.LINE), owner, false);
        if (actions.size() >= MOST_ACTIONS) {
            throw Refusal.invalid("actions-too-many", "A gathering has at most " + MOST_ACTIONS + " actions.");
        }
        List<Action> changed = new ArrayList<>(actions);
        changed.add(action);
        return Change.of(
                with(agenda, links, notes, changed, attended),
                new GatheringActionAgreed(id, action.text(), action.owner()));
    }

    /**
     * An action is done, or is to be done after all.
     *
     * @throws Refusal 404 when there is no such action
     */
    public Change<Gathering> finish(String id, boolean done) {
        Action action = actions.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("action", id));
        if (action.done() == done) {
            return Change.none(this);
        }
        List<Action> changed = actions.stream()
                .map(one -> one.id().equals(id) ? one.with(done) : one)
                .toList();
        return Change.of(
                with(agenda, links, notes, changed, attended),
                done ? new GatheringActionDone(id, action.text()) : new GatheringActionReopened(id, action.text()));
    }

    /**
     * It took place; said again, with another count.
     *
     * @throws Refusal 422 when nobody or more than 10,000 were there, or the day has not come
     */
    public Change<Gathering> hold(int count, boolean begun) {
        if (!begun) {
            throw Refusal.invalid("not-begun", "It has not begun yet; say afterwards how many were there.");
        }
        if (count < 1 || count > MOST_ATTENDED) {
            throw Refusal.invalid(
                            "attended-out-of-bounds",
                            "Say how many were there, 1 to " + MOST_ATTENDED + "; cancel the gathering if nobody came.")
                    .with("field", "attended");
        }
        return Objects.equals(attended, count)
                ? Change.none(this)
                : Change.of(with(agenda, links, notes, actions, count), new GatheringHeld(count));
    }

    public List<Action> openActions() {
        return actions.stream().filter(action -> !action.done()).toList();
    }

    /** The same under the community's present name. */
    Gathering like(Gathering blank) {
        return new Gathering(
                community, on, blank.title, agenda, links, facilitator, notes, actions, attended, visibility, scopes);
    }

    private Gathering with(
            List<String> topics,
            List<TopicLink> leading,
            @Nullable String text,
            List<Action> todo,
            @Nullable Integer count) {
        return new Gathering(community, on, title, topics, leading, facilitator, text, todo, count, visibility, scopes);
    }
}
