package io.guildhall.cop.search.web;

import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.search.Fragment;
import io.guildhall.cop.search.SearchPages;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.web.Caller;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for pages over HTTP. */
@RestController
@RequestMapping("/api/cop/search")
class SearchController {

    private final SearchPages search;

    SearchController(SearchPages search) {
        this.search = search;
    }

    record HitList(List<HitView> items) {}

    record HitView(String id, String title, Ref community, PageStatus status, Highlights highlights) {

        static HitView of(SearchPages.Hit hit) {
            String title = hit.title().parts().stream().map(Fragment.Part::text).collect(Collectors.joining());
            return new HitView(
                    hit.id().value(),
                    title,
                    hit.community(),
                    hit.status(),
                    new Highlights(hit.title().parts(), hit.text()));
        }
    }

    /**
     * Plain text, cut where what was looked for begins and ends.
     *
     * @param title all of it
     * @param text at most two places; the beginning where nothing of it was looked for
     */
    record Highlights(List<Fragment.Part> title, List<Fragment> text) {}

    /**
     * The best first.
     *
     * @param q at most 200 characters and 20 words; of the last word the beginning is enough
     * @param community left out, all that the caller may see
     * @param archived those that hold no more, instead of the others
     * @param limit 1 to 100
     */
    @GetMapping
    HitList searchPages(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable CommunityId community,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        return new HitList(search.search(q, community, archived, caller.actor(), limit).stream()
                .map(HitView::of)
                .toList());
    }
}
