package io.guildhall.cop.trees;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a tree is. A draft may have gaps, and is seen by the members of its community alone. */
public enum TreeStatus {
    DRAFT,
    /** It has no gaps, and whoever sees the community runs it. */
    PUBLISHED,
    /** Nobody begins it any more; it stays readable. */
    ARCHIVED,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
