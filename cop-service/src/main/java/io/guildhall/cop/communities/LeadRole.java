package io.guildhall.cop.communities;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who looks after a community. */
public enum LeadRole {
    COMMUNITY_LEAD,
    COMMUNITY_CO_LEAD,
    /** One that a newer version has introduced; it gives no right here. */
    @JsonEnumDefaultValue
    UNKNOWN
}
