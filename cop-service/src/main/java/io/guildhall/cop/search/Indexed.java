package io.guildhall.cop.search;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is found.
 *
 * @param sequence of its last event: the newest is what is found
 * @param text plain, as readers read it
 * @param open whether everybody may see it; else the members of its community alone
 */
public record Indexed(
        PageId id,
        long sequence,
        String title,
        @Nullable String summary,
        String text,
        CommunityId community,
        boolean open,
        PageStatus status) {}
