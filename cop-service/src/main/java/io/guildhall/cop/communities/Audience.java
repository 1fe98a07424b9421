package io.guildhall.cop.communities;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The roles a community is for; it turns nobody away. */
public enum Audience {
    CHIEF_PRODUCT_OWNER,
    AREA_PRODUCT_OWNER,
    PRODUCT_OWNER,
    BACKUP_PRODUCT_OWNER,
    SCRUM_MASTER,
    CO_SCRUM_MASTER,
    SCRUM_OF_SCRUMS_MASTER,
    DEVELOPER,
    TECH_LEAD,
    STAKEHOLDER,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
