package io.guildhall.cop.findings;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.communities.Community;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation makes of the rules about communities. The numbers are the method's examples, not laws.
 *
 * @param off the slugs of the rules that do not count here: {@code community-meets}
 * @param days a community meets at least this often, 1 to 366
 * @param chapterDays the Scrum Masters' own community meets at least this often, 1 to 366
 */
@ConfigurationProperties("guildhall.cop.rules")
public record CommunityRules(
        @DefaultValue Set<String> off,
        @DefaultValue("14") int days,
        @DefaultValue("7") int chapterDays) {

    static final String COMMUNITY_MEETS = "community-meets";

    private static final Set<String> ALL = Set.of(COMMUNITY_MEETS);
    private static final Set<Audience> SCRUM_MASTERS =
            Set.of(Audience.SCRUM_MASTER, Audience.CO_SCRUM_MASTER, Audience.SCRUM_OF_SCRUMS_MASTER);
    private static final int YEAR = 366;

    public CommunityRules {
        off = Set.copyOf(off);
        if (!ALL.containsAll(off)) {
            throw new IllegalArgumentException("guildhall.cop.rules.off takes some of " + ALL + ", not " + off);
        }
        if (days < 1 || days > YEAR || chapterDays < 1 || chapterDays > YEAR) {
            throw new IllegalArgumentException("guildhall.cop.rules.days and .chapter-days are 1 to " + YEAR);
        }
    }

    boolean on(String rule) {
        return !off.contains(rule);
    }

    /** Days between two gatherings of a community, at most. */
    int daysOf(Community community) {
        return community.audience().contains(Audience.SCRUM_MASTER) && SCRUM_MASTERS.containsAll(community.audience())
                ? chapterDays
                : days;
    }
}
