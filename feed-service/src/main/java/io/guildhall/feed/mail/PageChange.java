package io.guildhall.feed.mail;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Another text that a reader proposes for a page, as cop-service published it last. Who may see it has to see its page as well.
 *
 * @param note what is changed, in a line
 */
public record PageChange(String page, @Nullable String note, String by, Status status, Visibility visibility) {

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
