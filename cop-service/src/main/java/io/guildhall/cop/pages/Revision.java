package io.guildhall.cop.pages;

import io.guildhall.cop.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was written once; it is never changed.
 *
 * @param key where it is kept
 * @param number counts the revisions of the page, from 1
 * @param previous the key of the one before; null for the first
 * @param note what was changed, where the writer said so
 */
public record Revision(
        String key,
        PageId page,
        int number,
        @Nullable String previous,
        Content content,
        PersonId by,
        Instant at,
        @Nullable String note) {}
