package io.guildhall.cop.pages.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where something goes wrong or is to be made, the portal offers what communities have written about it. */
@RestController
@RequestMapping("/api/cop/helpful-pages")
class HelpController {

    private static final int MOST_RULES = 100;

    private final Pages pages;
    private final Communities communities;

    HelpController(Pages pages, Communities communities) {
        this.pages = pages;
        this.communities = communities;
    }

    /**
     * @param makes what is made of it when it is filled in; null for a page that is read
     * @param treats ids of the rules whose findings it helps with
     */
    record HelpfulPage(
            String id,
            Ref community,
            String title,
            @Nullable String summary,
            @Nullable Makes makes,
            List<String> treats) {}

    record HelpfulPages(List<HelpfulPage> items) {}

    /**
     * Published pages that the reader sees, of all communities, by title.
     *
     * @param treats ids of rules; the pages that help with one of them
     * @param makes what is to be made, instead of rules
     */
    @GetMapping
    HelpfulPages listHelpfulPages(
            @RequestParam(required = false) @Nullable List<String> treats,
            @RequestParam(required = false) @Nullable Makes makes,
            Caller caller) {
        List<Stored<PlaybookPage>> found = found(treats, makes, caller.actor());
        Map<String, String> names = communities.names(found.stream()
                .map(page -> page.state().community().value())
                .distinct()
                .toList());
        return new HelpfulPages(
                found.stream().map(page -> view(page.id(), page.state(), names)).toList());
    }

    private List<Stored<PlaybookPage>> found(@Nullable List<String> treats, @Nullable Makes makes, Actor reader) {
        if (makes != null) {
            return pages.making(makes, reader);
        }
        if (treats == null || treats.isEmpty() || treats.size() > MOST_RULES) {
            throw Refusal.invalid(
                    "helpful-for-what", "Name what is to be made, or up to " + MOST_RULES + " rules in 'treats'.");
        }
        return pages.treating(treats, reader);
    }

    private static HelpfulPage view(String id, PlaybookPage page, Map<String, String> names) {
        CommunityId community = page.community();
        return new HelpfulPage(
                id,
                new Ref(community.value(), names.getOrDefault(community.value(), "")),
                page.title(),
                page.summary(),
                page.makes(),
                page.treats());
    }
}
