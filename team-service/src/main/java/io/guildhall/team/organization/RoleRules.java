package io.guildhall.team.organization;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation makes of the rules about roles. The numbers are the method's examples, not laws.
 *
 * @param off the slugs of the rules that do not count here: {@code one-scrum-master}, {@code part-time-scrum-master},
 *     {@code co-scrum-master}
 * @param largeTeam a second Scrum Master makes sense from this many members, 2 or more
 */
@ConfigurationProperties("guildhall.team.rules")
public record RoleRules(
        @DefaultValue Set<String> off, @DefaultValue("15") int largeTeam) {

    static final String ONE_SCRUM_MASTER = "one-scrum-master";
    static final String PART_TIME_SCRUM_MASTER = "part-time-scrum-master";
    static final String CO_SCRUM_MASTER = "co-scrum-master";

    private static final Set<String> ALL = Set.of(ONE_SCRUM_MASTER, PART_TIME_SCRUM_MASTER, CO_SCRUM_MASTER);

    /** All rules on, with the method's own numbers. */
    public static final RoleRules DEFAULT = new RoleRules(Set.of(), 15);

    public RoleRules {
        off = Set.copyOf(off);
        if (!ALL.containsAll(off)) {
            throw new IllegalArgumentException("guildhall.team.rules.off takes some of " + ALL + ", not " + off);
        }
        if (largeTeam < 2) {
            throw new IllegalArgumentException("guildhall.team.rules.large-team is 2 or more");
        }
    }

    boolean on(String rule) {
        return !off.contains(rule);
    }
}
