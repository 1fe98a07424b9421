package io.guildhall.cop.imports;

import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import io.guildhall.platform.imports.RowResult;
import io.guildhall.platform.imports.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a list of meetings. The first meeting of a community says when it meets; any other becomes a community of its
 * own, and so do those of groups that are none.
 */
final class MeetingsSession implements ImportSession {

    private final MeetingsMapping mapping;
    private final List<String> columns;
    private final ImportCommunity communities;
    private final Groups groups;
    private final ReadCadence reader;
    private final Map<Integer, Meeting> meetings = new HashMap<>();
    private final Map<String, List<Meeting>> byGroup = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> zones = new HashMap<>();
    private final Set<String> expected = new HashSet<>();
    private @Nullable Integer leaderless;

    MeetingsSession(
            MeetingsMapping mapping,
            List<String> columns,
            ImportCommunity communities,
            Groups groups,
            ReadCadence reader) {
        this.mapping = mapping;
        this.columns = columns;
        this.communities = communities;
        this.groups = groups;
        this.reader = reader;
        mapping.expectedCommunities().forEach(name -> expected.add(Groups.canonical(name)));
    }

    @Override
    public void survey(Row row) {
        Meeting meeting = read(row);
        meetings.put(row.line(), meeting);
        if (lines.putIfAbsent(Groups.canonical(meeting.key()), row.line()) == null) {
            byGroup.computeIfAbsent(Groups.canonical(meeting.group()), any -> new ArrayList<>())
                    .add(meeting);
        }
        if (meeting.reading() instanceof Reading.Understood understood && understood.zone() != null) {
            zones.putIfAbsent(understood.zone().what(), row.line());
        }
    }

    @Override
    public String key(Row row) {
        return meeting(row).key();
    }

    @Override
    public RowResult check(Row row, CommandContext context) {
        return take(meeting(row), false, context);
    }

    @Override
    public RowResult apply(Row row, CommandContext context) {
        return take(meeting(row), true, context);
    }

    private RowResult take(Meeting meeting, boolean apply, CommandContext context) {
        RowResult unusable = unusable(meeting);
        if (unusable != null) {
            return unusable;
        }
        if (!(meeting.reading() instanceof Reading.Understood read)) {
            Problem why = ((Reading.NotUnderstood) meeting.reading()).why();
            return RowResult.refused(meeting.key(), why.what(), why.todo());
        }
        Reading.Understood found = placed(meeting, read);
        List<Problem> problems = new ArrayList<>(found.problems());
        if (found.zone() != null
                && !Integer.valueOf(meeting.line())
                        .equals(zones.get(found.zone().what()))) {
            problems.remove(found.zone());
        }
        CommunityId community = community(meeting).orElse(null);
        if (community == null && !apply && isFirst(meeting) && expected.contains(Groups.canonical(meeting.group()))) {
            return RowResult.of(meeting.key(), Verdict.UPDATE, problems).understoodAs(parts(found.cadence()));
        }
        CommunityId id = community == null ? mapping.ofMeeting(meeting.group(), meeting.description()) : community;
        ImportCommunity.Told ifNew = ofItsOwn(meeting);
        if (ifNew.lead() == null && communities.find(id).isEmpty() && isFirstWithoutLead(meeting)) {
            problems.add(new Problem(
                    "Nobody leads the communities that are made of meetings.",
                    "Whoever joins one can take the lead there."));
        }
        ImportCommunity.Imported imported = communities.meet(
                id,
                ifNew,
                new ImportCommunity.Meeting(found.cadence(), found.counted() != null, mapping.replaceCadences()),
                apply,
                context);
        // What was assumed when it was taken has been told then.
        boolean taken = imported.effect() != ImportCommunity.Effect.UNCHANGED;
        return Outcomes.of(meeting.key(), imported, taken ? problems : List.of())
                .understoodAs(parts(found.cadence()));
    }

    /** By the names that a cadence has in the API. */
    private static Map<String, String> parts(Cadence cadence) {
        return Map.of(
                "rule", cadence.rule(),
                "first", cadence.first().toString(),
                "at", cadence.at().toString(),
                "zone", cadence.zone().getId(),
                "minutes", Integer.toString(cadence.minutes()));
    }

    private @Nullable RowResult unusable(Meeting meeting) {
        if (mapping.group() == null) {
            return RowResult.refused(
                    meeting.key(), "Nobody knows which column holds the group.", "Choose the columns in the mapping.");
        }
        if (meeting.group().isEmpty()) {
            return RowResult.refused(
                    meeting.key(),
                    "It does not say who meets.",
                    "Give the group in the column " + Problem.quoted(mapping.group()) + ".");
        }
        int first = lines.getOrDefault(Groups.canonical(meeting.key()), meeting.line());
        return first == meeting.line()
                ? null
                : RowResult.refused(
                        meeting.key(),
                        "There is such a meeting on line " + first + " already.",
                        "Describe one of the two otherwise, then import again.");
    }

    /** The community that meets then; empty where the meeting is one of its own. */
    private Optional<CommunityId> community(Meeting meeting) {
        return isFirst(meeting)
                        && communities
                                .find(mapping.ofMeeting(meeting.group(), meeting.description()))
                                .isEmpty()
                ? groups.community(meeting.group())
                : Optional.empty();
    }

    private boolean isFirst(Meeting meeting) {
        return ofGroup(meeting).get(0).equals(meeting);
    }

    private List<Meeting> ofGroup(Meeting meeting) {
        return byGroup.getOrDefault(Groups.canonical(meeting.group()), List.of(meeting));
    }

    private boolean isFirstWithoutLead(Meeting meeting) {
        if (leaderless == null) {
            leaderless = meeting.line();
        }
        return leaderless == meeting.line();
    }

    /** Those who lead the group lead what comes of its other meetings. */
    private ImportCommunity.Told ofItsOwn(Meeting meeting) {
        Community group = groups.community(meeting.group())
                .flatMap(communities::find)
                .map(Stored::state)
                .orElse(null);
        String shown = groups.shown(meeting.group());
        PersonId lead = group == null ? null : group.lead();
        List<PersonId> coLeads = group == null ? List.of() : group.coLeads();
        List<PersonId> members = new ArrayList<>(coLeads);
        if (lead != null) {
            members.add(lead);
        }
        return new ImportCommunity.Told(
                meeting.description().isEmpty() ? shown : shown + ": " + meeting.description(),
                null,
                lead,
                coLeads,
                members);
    }

    /** What alternates with another meeting of the group takes place in the weeks between. */
    private Reading.Understood placed(Meeting meeting, Reading.Understood read) {
        String name = read.alternatesWith();
        if (name == null) {
            return read;
        }
        List<Meeting> others = ofGroup(meeting).stream()
                .filter(one -> !one.equals(meeting) && one.isCalled(name))
                .toList();
        return others.size() != 1
                ? read
                : cadence(others.get(0))
                        .filter(cadence -> cadence.rule().contains("INTERVAL=2"))
                        .map(cadence -> read.between(others.get(0).description(), cadence))
                        .orElse(read);
    }

    /** When it meets here, or else is about to. */
    private Optional<Cadence> cadence(Meeting meeting) {
        CommunityId id = community(meeting).orElseGet(() -> mapping.ofMeeting(meeting.group(), meeting.description()));
        return communities
                .find(id)
                .map(found -> found.state().schedule().present())
                .or(() -> meeting.reading() instanceof Reading.Understood understood
                        ? Optional.of(understood.cadence())
                        : Optional.empty());
    }

    private Meeting meeting(Row row) {
        return meetings.computeIfAbsent(row.line(), line -> read(row));
    }

    private Meeting read(Row row) {
        String zone = cell(row, mapping.zone());
        MeetingTimes times = new MeetingTimes(
                cell(row, mapping.day()),
                cell(row, mapping.time()),
                zone.isEmpty() && mapping.usualZone() != null ? mapping.usualZone() : zone,
                cell(row, mapping.frequency()));
        return new Meeting(
                row.line(), cell(row, mapping.group()), cell(row, mapping.description()), reader.read(times));
    }

    private String cell(Row row, @Nullable String column) {
        return column == null
                ? ""
                : row.content().path(columns.indexOf(column)).asString("").strip();
    }
}
