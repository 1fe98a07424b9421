package io.guildhall.cop.ideas;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ideas together with how many support them. */
@Component
public class ReadIdeas {

    private final Ideas ideas;
    private final Supports supports;
    private final Communities communities;

    ReadIdeas(Ideas ideas, Supports supports, Communities communities) {
        this.ideas = ideas;
        this.supports = supports;
        this.communities = communities;
    }

    /**
     * An idea for one reader.
     *
     * @param support how many support it
     * @param mine whether the reader does
     */
    public record Supported(Stored<Idea> idea, int support, boolean mine) {}

    public Supported get(IdeaId id, Actor actor) {
        return supported(ideas.get(id, actor), actor);
    }

    /** What was just changed. */
    public Supported supported(Stored<Idea> idea, Actor actor) {
        return supported(List.of(idea), actor).get(0);
    }

    /** What a community has not decided yet, the most supported first, the older before the newer. */
    public List<Supported> open(CommunityId community, Actor actor) {
        communities.get(community, actor);
        return supported(ideas.open(community, actor), actor).stream()
                .sorted(Comparator.comparing(Supported::support)
                        .reversed()
                        .thenComparing(one -> one.idea().state().at()))
                .toList();
    }

    /** What a community has decided, the newest decision first. */
    public Page<Supported> decided(
            CommunityId community, Collection<IdeaStatus> status, Actor actor, @Nullable String cursor, int limit) {
        Page<Stored<Idea>> page = ideas.decided(community, status, actor, cursor, limit);
        return new Page<>(supported(page.items(), actor), page.next());
    }

    /** Those of all communities whose title holds some words, by title. */
    public Page<Supported> titled(String words, Actor actor, @Nullable String cursor, int limit) {
        Page<Stored<Idea>> page = ideas.titled(words, actor, cursor, limit);
        return new Page<>(supported(page.items(), actor), page.next());
    }

    private List<Supported> supported(List<Stored<Idea>> found, Actor actor) {
        Map<String, Supports.Support> given =
                supports.of(found.stream().map(Stored::id).toList(), actor.id());
        return found.stream()
                .map(idea -> {
                    Supports.Support support = given.getOrDefault(idea.id(), Supports.Support.NONE);
                    return new Supported(idea, support.count(), support.theirs());
                })
                .toList();
    }
}
