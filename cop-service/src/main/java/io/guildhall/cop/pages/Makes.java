package io.guildhall.cop.pages;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What becomes of a template that is filled in. */
public enum Makes {
    ESCALATION_EVIDENCE,
    WORKING_AGREEMENT,
    DEFINITION_OF_DONE,
    RITUAL_AGENDA,
    DECISION_RECORD,
    ROLE_RETROSPECTIVE,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
