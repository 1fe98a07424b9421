package io.guildhall.feed.mail;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * Another text that a reader proposes for a page, as cop-service published it last. Who may see it goes by its page.
 *
 * @param note what is changed, in a line
 */
public record PageChange(String page, @Nullable String note, String by, Status status) {

    public static final String BY_STATUS = "by_status";

    /** What has become of it. */
    public enum Status {
        OPEN,
        TAKEN,
        DECLINED,
        WITHDRAWN,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
