package io.guildhall.team.organization;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.Arrays;
import java.util.List;

/** A role and the kind of unit it is held on. */
public enum Role {
    ADMINISTRATOR(UnitKind.PRODUCT, false),
    CHIEF_PRODUCT_OWNER(UnitKind.PRODUCT, true),
    EXECUTIVE_ACTION_TEAM(UnitKind.PRODUCT, true),
    STAKEHOLDER(UnitKind.PRODUCT, false),
    AREA_PRODUCT_OWNER(UnitKind.AREA, true),
    SCRUM_OF_SCRUMS_MASTER(UnitKind.SCRUM_OF_SCRUMS, true),
    PRODUCT_OWNER(UnitKind.TEAM, true),
    BACKUP_PRODUCT_OWNER(UnitKind.TEAM, false),
    SCRUM_MASTER(UnitKind.TEAM, true),
    CO_SCRUM_MASTER(UnitKind.TEAM, false),
    DEVELOPER(UnitKind.TEAM, false),
    TECH_LEAD(UnitKind.TEAM, false),
    @JsonEnumDefaultValue
    UNKNOWN(UnitKind.UNKNOWN, false);

    private final UnitKind heldOn;
    private final boolean expected;

    Role(UnitKind heldOn, boolean expected) {
        this.heldOn = heldOn;
        this.expected = expected;
    }

    public UnitKind heldOn() {
        return heldOn;
    }

    /** The roles whose absence is a vacancy of a unit of this kind. */
    public static List<Role> expectedOn(UnitKind kind) {
        return Arrays.stream(values())
                .filter(role -> role.expected && role.heldOn == kind)
                .toList();
    }
}
