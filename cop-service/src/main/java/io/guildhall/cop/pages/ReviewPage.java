package io.guildhall.cop.pages;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A page is offered for review, sent back or published, and later looked at again. */
@Component
public class ReviewPage {

    private static final String REVIEW_PAGE = "ReviewPage";
    private static final String PUBLISH_PAGE = "PublishPage";

    private final Pages pages;
    private final WritePage write;
    private final Communities communities;
    private final Clock clock;

    ReviewPage(Pages pages, WritePage write, Communities communities, Clock clock) {
        this.pages = pages;
        this.write = write;
        this.communities = communities;
        this.clock = clock;
    }

    public Stored<PlaybookPage> submit(PageId id, CommandContext context) {
        requireWriter(id, context);
        return pages.change(id, context, PlaybookPage::submit);
    }

    public Stored<PlaybookPage> sendBack(PageId id, @Nullable String remark, CommandContext context) {
        PlaybookPage seen = pages.get(id, context.actor()).state();
        communities.require(context.actor(), REVIEW_PAGE, community(seen, context.actor()));
        return pages.change(id, context, page -> page.sendBack(remark));
    }

    /** @param reviewBy when it is to be looked at again; null for {@link PlaybookPage#REVIEW_DAYS} from today */
    public Stored<PlaybookPage> publish(PageId id, @Nullable LocalDate reviewBy, CommandContext context) {
        PlaybookPage seen = pages.get(id, context.actor()).state();
        if (!seen.isOwnedBy(context.by())) {
            communities.require(context.actor(), PUBLISH_PAGE, community(seen, context.actor()));
        }
        LocalDate today = LocalDate.now(clock);
        return pages.change(id, context, page -> page.publish(until(reviewBy, today), today));
    }

    /** It still holds. */
    public Stored<PlaybookPage> confirm(PageId id, @Nullable LocalDate reviewBy, CommandContext context) {
        requireWriter(id, context);
        LocalDate today = LocalDate.now(clock);
        return pages.change(id, context, page -> page.confirm(until(reviewBy, today), today));
    }

    private static LocalDate until(@Nullable LocalDate reviewBy, LocalDate today) {
        return reviewBy == null ? today.plusDays(PlaybookPage.REVIEW_DAYS) : reviewBy;
    }

    private void requireWriter(PageId id, CommandContext context) {
        PlaybookPage seen = pages.get(id, context.actor()).state();
        Stored<Community> community = community(seen, context.actor());
        if (!write.mayWrite(seen, community, context.actor())) {
            communities.require(context.actor(), "EditPage", community);
        }
    }

    private Stored<Community> community(PlaybookPage page, Actor actor) {
        return communities.get(page.community(), actor);
    }
}
