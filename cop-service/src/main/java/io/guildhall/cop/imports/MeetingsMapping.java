package io.guildhall.cop.imports;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a list of meetings is understood; people see it and may change it.
 *
 * @param source names the catalog that has the groups, as in the import of the communities
 * @param group the column with the group that meets, by its name in the catalog or here
 * @param description the column with what the meeting is called
 * @param usualZone the IANA time zone of meetings that name none
 * @param replaceCadences whether the file is right where a community meets at other times here
 * @param expectedCommunities names of at most 2,000 groups that another file of the same import is about to bring: a check
 *     takes them as known, so that one report tells of all files before anything is written
 */
record MeetingsMapping(
        String source,
        @Nullable String group,
        @Nullable String description,
        @Nullable String day,
        @Nullable String time,
        @Nullable String zone,
        @Nullable String frequency,
        @Nullable String usualZone,
        boolean replaceCadences,
        List<String> expectedCommunities) {

    private static final int MOST_EXPECTED = 2000;

    MeetingsMapping {
        Mappings.requireSource(source);
        expectedCommunities = List.copyOf(expectedCommunities == null ? List.of() : expectedCommunities);
        if (expectedCommunities.size() > MOST_EXPECTED) {
            throw Refusal.invalid(
                    "bad-mapping", "'expectedCommunities' names at most " + MOST_EXPECTED + " communities.");
        }
        if (usualZone != null) {
            requireZone(usualZone);
        }
    }

    static MeetingsMapping proposed(List<String> columns) {
        return new MeetingsMapping(
                "catalog",
                first(columns, "group", "community", "team"),
                first(columns, "description", "meeting", "title", "name"),
                first(columns, "day", "weekday"),
                first(columns, "time", "start"),
                first(columns, "tz", "time zone", "timezone", "zone"),
                first(columns, "frequency", "recurrence", "cadence", "rrule"),
                null,
                false,
                List.of());
    }

    static MeetingsMapping read(ObjectNode mapping, List<String> columns) {
        MeetingsMapping read = Mappings.read(
                mapping,
                MeetingsMapping.class,
                "'source', the columns 'group', 'description', 'day', 'time', 'zone' and 'frequency', 'usualZone',"
                        + " 'replaceCadences' (true or false) and 'expectedCommunities'");
        Stream.of(read.group, read.description, read.day, read.time, read.zone, read.frequency)
                .filter(column -> column != null && !columns.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw Refusal.invalid(
                            "bad-mapping", "The file has no column '" + column + "'; choose one of " + columns + ".");
                });
        return read;
    }

    /** The community that the import of the communities makes of a group of the same catalog. */
    CommunityId ofGroup(String group) {
        return CommunitiesMapping.communityId(source, group);
    }

    /** The community that a meeting becomes. */
    CommunityId ofMeeting(String group, String description) {
        return new CommunityId(
                CommandContext.derivedId("meeting", source, Groups.canonical(group), Groups.canonical(description)));
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "bad-mapping", "'usualZone' is a time zone such as Europe/Berlin, not '" + zone + "'.");
        }
    }

    private static @Nullable String first(List<String> columns, String... names) {
        for (String name : names) {
            for (String column : columns) {
                if (column.equalsIgnoreCase(name)) {
                    return column;
                }
            }
        }
        return null;
    }
}
