package io.guildhall.feed.mail;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a playbook, as cop-service published it last.
 *
 * @param owner who answers for it, null for nobody
 * @param reviewBy when it is to be looked at again, null for no day
 * @param scopes its community; with {@code visibility}: who may see it
 */
public record PlaybookPage(
        String title,
        String community,
        Status status,
        @Nullable String owner,
        @Nullable LocalDate reviewBy,
        Visibility visibility,
        List<String> scopes) {

    public static final String BY_REVIEW = "by_review";

    /** How far it has come. */
    public enum Status {
        PROPOSED,
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        ARCHIVED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
