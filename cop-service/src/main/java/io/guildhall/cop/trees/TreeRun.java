package io.guildhall.cop.trees;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of a run, since whoever ran it attached it to something. It holds questions and answers as they were worded, so
 * it stays readable whatever becomes of the tree.
 *
 * @param title what the tree was called
 * @param revision of the tree that was run
 * @param about what it is or was attached to, at least one
 * @param scopes the community, for whoever may see it
 */
public record TreeRun(
        @About("Id of the tree") TreeId tree,
        @About("Id of the community") CommunityId community,
        @About("What the tree was called") String title,
        @About("The revision of the tree that was run") int revision,
        @About("What was asked and answered, in order") List<Step> steps,
        @About("What was advised") End end,
        @About("What it is attached to") List<Attachment> about,
        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    static final int MOST_ATTACHMENTS = 20;

    public TreeRun {
        steps = List.copyOf(steps);
        about = List.copyOf(about);
        scopes = List.copyOf(scopes);
    }

    /** It is shown for the first time. */
    static Change<TreeRun> show(Walk walk, End end, Attachment to, Visibility visibility) {
        TreeRun run = new TreeRun(
                walk.tree(),
                walk.community(),
                walk.title(),
                walk.revision(),
                walk.steps(),
                end,
                List.of(to),
                visibility,
                List.of(walk.community().value()));
        return Change.of(run, new TreeRunAttached(to.kind(), to.id(), end.outcome()));
    }

    /** Whoever attached it first is whoever ran it. */
    public boolean isOf(String person) {
        return about.get(0).by().value().equals(person);
    }

    /** Whether it is shown still with something that it was about. */
    public boolean isAttached() {
        return about.stream().anyMatch(Attachment::holds);
    }

    /** It is about one more thing; what it is attached to already changes nothing. */
    Change<TreeRun> attach(Attachment to) {
        int place = placeOf(to.kind(), to.id());
        if (place >= 0) {
            return about.get(place).holds()
                    ? Change.none(this)
                    : Change.of(with(place, to), new TreeRunAttached(to.kind(), to.id(), end.outcome()));
        }
        if (about.size() >= MOST_ATTACHMENTS) {
            throw Refusal.conflict(
                    "attachments-too-many",
                    "A run is attached to at most " + MOST_ATTACHMENTS + " things; run the tree again for this one.");
        }
        List<Attachment> more = new ArrayList<>(about);
        more.add(to);
        return Change.of(with(more), new TreeRunAttached(to.kind(), to.id(), end.outcome()));
    }

    /** It is not shown with that thing any more; that it was, and is not, stays known. */
    Change<TreeRun> detach(Attachment.Kind kind, String id, Instant now) {
        int place = placeOf(kind, id);
        if (place < 0) {
            throw Refusal.conflict("not-attached", "This run is not attached to that; there is nothing to take away.");
        }
        Attachment present = about.get(place);
        return present.holds()
                ? Change.of(with(place, present.takeAway(now)), new TreeRunDetached(kind, id))
                : Change.none(this);
    }

    private int placeOf(Attachment.Kind kind, String id) {
        return IntStream.range(0, about.size())
                .filter(i -> about.get(i).isTo(kind, id))
                .findFirst()
                .orElse(-1);
    }

    private TreeRun with(int place, Attachment changed) {
        List<Attachment> all = new ArrayList<>(about);
        all.set(place, changed);
        return with(all);
    }

    private TreeRun with(List<Attachment> all) {
        return new TreeRun(tree, community, title, revision, steps, end, all, visibility, scopes);
    }
}
