package io.guildhall.cop.search;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds pages by what stands in them, of what the reader may see. */
@Component
public class SearchPages {

    /** Characters of what is looked for. */
    static final int MOST_CHARACTERS = 200;

    static final int MOST_WORDS = 20;

    private final PageIndex index;
    private final Communities communities;

    SearchPages(PageIndex index, Communities communities) {
        this.index = index;
        this.communities = communities;
    }

    /**
     * A page that was found.
     *
     * @param title all of it, with what was looked for
     * @param text at most two places; the beginning where nothing of it was looked for
     */
    public record Hit(PageId id, Ref community, PageStatus status, Fragment title, List<Fragment> text) {}

    /**
     * The best first; nothing for words that are in every text.
     *
     * @param text at most 200 characters and 20 words
     * @param community null for all
     * @param archived those that hold no more, instead of the others
     * @param limit 1 to 100
     * @throws Refusal 422 beyond these bounds, 503 while the index is being built
     */
    public List<Hit> search(String text, @Nullable CommunityId community, boolean archived, Actor actor, int limit) {
        refuseOutOfBounds(text, limit);
        if (!index.isBuilt()) {
            throw Refusal.unavailable(
                    "index-being-built", "The index is being built, as whenever Guildhall starts; try again soon.");
        }
        List<CommunityId> own =
                communities.idsOf(actor).stream().map(CommunityId::new).toList();
        List<Found> found = index.search(Question.of(text), new PageIndex.Reach(own, community, archived), limit);
        Map<String, String> names = communities.names(
                found.stream().map(page -> page.community().value()).distinct().toList());
        return found.stream()
                .map(page -> {
                    String id = page.community().value();
                    Ref of = new Ref(id, names.getOrDefault(id, id));
                    return new Hit(page.id(), of, page.status(), page.title(), page.text());
                })
                .toList();
    }

    private static void refuseOutOfBounds(String text, int limit) {
        if (text.length() > MOST_CHARACTERS) {
            throw Refusal.invalid(
                            "search-too-long",
                            "Look for at most " + MOST_CHARACTERS + " characters; these are " + text.length() + ".")
                    .with("field", "q");
        }
        if (text.strip().split("\\s+").length > MOST_WORDS) {
            throw Refusal.invalid("search-too-long", "Look for at most " + MOST_WORDS + " words; leave some out.")
                    .with("field", "q");
        }
        if (limit < 1 || limit > Query.MOST) {
            throw Refusal.invalid(
                    "limit-out-of-bounds", "Ask for 1 to " + Query.MOST + " pages; more words find the right one.");
        }
    }
}
