package io.guildhall.feed.follow;

import io.guildhall.feed.log.Subjects;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people follow what they may see. */
@Component
public class FollowSubject {

    private static final String MANAGE_FOLLOWS = "ManageFollows";

    private final Follows follows;
    private final Subjects subjects;
    private final Access access;

    FollowSubject(Follows follows, Subjects subjects, Access access) {
        this.follows = follows;
        this.subjects = subjects;
        this.access = access;
    }

    /** What this actor follows and may see now, the newest first. */
    public List<Follow> of(Actor actor) {
        access.require(actor, MANAGE_FOLLOWS, List.of());
        List<Subjects.Key> newestFirst = new ArrayList<>(follows.keys(actor));
        Collections.reverse(newestFirst);
        Map<Subjects.Key, @Nullable String> seen = subjects.seen(newestFirst, actor);
        return newestFirst.stream()
                .filter(seen::containsKey)
                .map(key -> new Follow(Followable.of(key.topic()), key.id(), seen.get(key)))
                .toList();
    }

    /** @throws Refusal 404 for what is not there and for what this actor may not see, 409 when it would be too many */
    public Follow follow(Followable kind, String id, Actor actor) {
        access.require(actor, MANAGE_FOLLOWS, List.of());
        Subjects.Key key = new Subjects.Key(kind.topic(), id);
        Map<Subjects.Key, @Nullable String> seen = subjects.seen(List.of(key), actor);
        if (!seen.containsKey(key)) {
            throw Refusal.notFound(kind.name().toLowerCase(Locale.ROOT), id);
        }
        makeRoom(actor);
        follows.add(actor, key);
        return new Follow(kind, id, seen.get(key));
    }

    /** What is not shown and could not be unfollowed takes no place away where there is none left. */
    private void makeRoom(Actor actor) {
        List<Subjects.Key> followed = follows.keys(actor);
        if (followed.size() >= Follows.MOST) {
            Set<Subjects.Key> seen = subjects.seen(followed, actor).keySet();
            followed.stream().filter(key -> !seen.contains(key)).forEach(key -> follows.remove(actor, key));
        }
    }

    /** Also what there never was, or what this actor may not see any more. */
    public void unfollow(Followable kind, String id, Actor actor) {
        access.require(actor, MANAGE_FOLLOWS, List.of());
        follows.remove(actor, new Subjects.Key(kind.topic(), id));
    }
}
