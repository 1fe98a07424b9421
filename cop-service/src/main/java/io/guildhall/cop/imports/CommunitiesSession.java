package io.guildhall.cop.imports;

import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import io.guildhall.platform.imports.RowResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over a catalog: a group of the type community is one. */
final class CommunitiesSession implements ImportSession {

    /** People who were imported a moment ago may still be on their way here; so long they are waited for, once. */
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private static final long STEP_MILLIS = 50;

    private final CommunitiesMapping mapping;
    private final ImportCommunity communities;
    private final People people;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> users = new HashSet<>();
    private final Map<String, List<String>> membersByUser = new HashMap<>();
    private long patience = PATIENCE;

    CommunitiesSession(CommunitiesMapping mapping, ImportCommunity communities, People people) {
        this.mapping = mapping;
        this.communities = communities;
        this.people = people;
    }

    @Override
    public void survey(Row row) {
        CatalogEntity entity = CatalogEntity.read(row);
        if (entity.isCommunity()) {
            lines.putIfAbsent(Groups.canonical(entity.name()), row.line());
        } else if (entity.isUser() && users.add(entity.name())) {
            entity.members()
                    .forEach(group -> membersByUser
                            .computeIfAbsent(group, any -> new ArrayList<>())
                            .add(entity.name()));
        }
    }

    @Override
    public String key(Row row) {
        return CatalogEntity.read(row).name();
    }

    @Override
    public RowResult check(Row row, CommandContext context) {
        return take(row, false, context);
    }

    @Override
    public RowResult apply(Row row, CommandContext context) {
        return take(row, true, context);
    }

    private RowResult take(Row row, boolean apply, CommandContext context) {
        CatalogEntity entity = CatalogEntity.read(row);
        RowResult leftOut = leftOut(entity, row.line());
        if (leftOut != null) {
            return leftOut;
        }
        List<Problem> problems = new ArrayList<>();
        ImportCommunity.Imported imported = communities.take(
                CommunitiesMapping.communityId(mapping.source(), entity.name()),
                told(entity, apply, problems),
                apply,
                context);
        // Lists of meetings name a group by either.
        return Outcomes.of(entity.name(), imported, problems).understoodAs(Map.of("name", entity.title()));
    }

    private @Nullable RowResult leftOut(CatalogEntity entity, int line) {
        if (entity.kind().isEmpty()) {
            return RowResult.refused(
                    entity.name(), "The document has no 'kind'.", "Give it the kind Group or User, or take it out.");
        }
        if (!entity.isCommunity()) {
            return RowResult.skipped(
                    entity.name(),
                    "Only groups of the type 'community' become communities.",
                    "Nothing to do: teams and people are taken by the import of the organization.");
        }
        if (!entity.isNamed()) {
            return RowResult.refused(
                    entity.name(),
                    "The group has no 'metadata.name' that can be one.",
                    "Name it in up to 63 letters, digits, '-', '_' and '.', and import again.");
        }
        int first = lines.getOrDefault(Groups.canonical(entity.name()), line);
        return first == line
                ? null
                : RowResult.refused(
                        entity.name(),
                        "There is such a community on line " + first + " already.",
                        "Name each only once, and import again.");
    }

    private ImportCommunity.Told told(CatalogEntity group, boolean apply, List<Problem> problems) {
        List<String> leading = new ArrayList<>(group.named(mapping.lead()));
        String lead = leading.isEmpty() ? null : leading.get(0);
        leading.addAll(group.named(mapping.coLeads()));
        Set<String> members = new LinkedHashSet<>(leading);
        members.addAll(group.members());
        members.addAll(membersByUser.getOrDefault(group.name(), List.of()));
        Set<String> unknown = new LinkedHashSet<>();
        members.stream().filter(name -> !isHere(name, apply)).forEach(unknown::add);
        if (!unknown.isEmpty()) {
            problems.add(new Problem(
                    "Nobody here is " + String.join(", ", unknown) + ".",
                    "They are left out; import the organization with the same 'source', then this file again."));
        }
        members.removeAll(unknown);
        leading.removeAll(unknown);
        return new ImportCommunity.Told(
                group.title(),
                purpose(group, problems),
                lead == null || unknown.contains(lead) ? null : mapping.personId(lead),
                leading.stream()
                        .filter(name -> !name.equals(lead))
                        .distinct()
                        .map(mapping::personId)
                        .toList(),
                members.stream().map(mapping::personId).toList());
    }

    /** A check takes the users of the file as known: the import of the organization brings them. */
    private boolean isHere(String name, boolean apply) {
        PersonId person = mapping.personId(name);
        if (people.isHere(person)) {
            return true;
        }
        return users.contains(name) && (!apply || arrives(person));
    }

    private boolean arrives(PersonId person) {
        long since = System.nanoTime();
        boolean here = people.isHere(person);
        while (!here && System.nanoTime() - since < patience) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            here = people.isHere(person);
        }
        patience -= Math.min(patience, System.nanoTime() - since);
        return here;
    }

    private static @Nullable String purpose(CatalogEntity group, List<Problem> problems) {
        String description = group.description();
        if (description == null || description.length() <= Wording.PARAGRAPH) {
            return description;
        }
        problems.add(new Problem(
                "The description has " + description.length() + " characters.",
                "Its first " + Wording.PARAGRAPH + " are taken; shorten it."));
        return description.substring(0, Wording.PARAGRAPH);
    }
}
