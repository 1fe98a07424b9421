package io.guildhall.cop.search;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import java.util.List;

/**
 * A page that was found.
 *
 * @param title all of it
 * @param text the best places, in the order of the text; its beginning where nothing of it was looked for
 */
record Found(PageId id, CommunityId community, PageStatus status, Fragment title, List<Fragment> text) {

    Found {
        text = List.copyOf(text);
    }
}
