package io.guildhall.feed.subscription;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the product, as roadmap-service published it last.
 *
 * @param key what people call it in their tracker
 * @param date the day it is planned to be finished
 */
public record Feature(
        @Nullable String key, String title, @Nullable LocalDate date, Status status) {

    /** How far it is. */
    public enum Status {
        PLANNED,
        IN_PROGRESS,
        DONE,
        DROPPED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
