package io.guildhall.feed.mail;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.access.Visibility;
import java.util.List;

/**
 * An answer to a question, as roadmap-service published it last.
 *
 * @param by whoever recorded it
 * @param scopes the units it holds in, none for the whole product; with {@code visibility}: who may see it
 */
public record Decision(String question, String by, Status status, Visibility visibility, List<String> scopes) {

    public static final String BY_STATUS = "by_status";

    /** What has become of it. */
    public enum Status {
        PROPOSED,
        ACCEPTED,
        SUPERSEDED,
        VETOED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
