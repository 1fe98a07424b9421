package io.guildhall.cop.pages;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a page is. What is not published yet is seen by the members of its community alone. */
public enum PageStatus {
    /** Somebody, or something that happened, suggests it; nobody answers for it yet. */
    PROPOSED,
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    /** It holds no more, and stays readable. */
    ARCHIVED,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
