package io.guildhall.cop.changes;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What became of a proposed change. */
public enum ChangeStatus {
    OPEN,
    TAKEN,
    DECLINED,
    WITHDRAWN,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
