package io.guildhall.roadmap.outcomes.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.outcomes.Assessments;
import io.guildhall.roadmap.outcomes.Confidence;
import io.guildhall.roadmap.outcomes.KeyResult;
import io.guildhall.roadmap.outcomes.Outcome;
import io.guildhall.roadmap.outcomes.OutcomeAssessment;
import io.guildhall.roadmap.outcomes.Outcomes;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.Ref;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roadmap as a grid: areas by quarters, an outcome with its state and main reason in each cell. */
@RestController
@RequestMapping("/api/roadmap/roadmap")
class RoadmapController {

    private static final int MOST_QUARTERS = 8;

    private final Outcomes outcomes;
    private final Assessments assessments;
    private final Features features;
    private final AssessmentView.Views views;
    private final SeenElsewhere elsewhere;
    private final Access access;
    private final Organization organization;
    private final Clock clock;

    RoadmapController(
            Outcomes outcomes,
            Assessments assessments,
            Features features,
            AssessmentView.Views views,
            SeenElsewhere elsewhere,
            Access access,
            Organization organization,
            Clock clock) {
        this.outcomes = outcomes;
        this.assessments = assessments;
        this.features = features;
        this.views = views;
        this.elsewhere = elsewhere;
        this.access = access;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * @param areas the rows; null is what belongs to the whole product
     * @param cells those that hold an outcome
     * @param stale whether what the caller has just seen elsewhere is not in here yet
     * @param can what the reader may do somewhere
     * @param mayHoldNew where the reader may set an outcome: areas, and null for the whole product
     */
    record Roadmap(
            List<Quarter> quarters,
            List<@Nullable Ref> areas,
            List<Cell> cells,
            WithoutOutcome withoutOutcome,
            boolean stale,
            List<String> can,
            List<@Nullable Ref> mayHoldNew) {}

    /** @param outcomes what changed last first */
    record Cell(@Nullable Ref area, Quarter quarter, List<CellOutcome> outcomes) {}

    /**
     * @param keyResult the first one
     * @param assessedState how it stands without an override
     * @param mainReason why, in one line; of an override its reason
     * @param changedAt when state or reason last changed
     */
    record CellOutcome(
            String id,
            String title,
            @Nullable KeyResultInBrief keyResult,
            Confidence shownState,
            Confidence assessedState,
            boolean overridden,
            @Nullable String mainReason,
            @Nullable Instant changedAt) {}

    record KeyResultInBrief(String name, @Nullable String unit, double baseline, double target, double current) {}

    /**
     * Work without an outcome.
     *
     * @param features open ones that serve no outcome
     * @param open all open ones
     * @param share the part without an outcome, 0 to 1; null when there is no open feature
     */
    record WithoutOutcome(
            long features, long open, @Nullable Double share) {}

    @GetMapping
    Roadmap roadmap(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "2") int quarters,
            @RequestParam(required = false) @Nullable String seen,
            Caller caller) {
        if (quarters < 1 || quarters > MOST_QUARTERS) {
            throw Refusal.invalid("quarters-out-of-bounds", "Ask for 1 to " + MOST_QUARTERS + " quarters.");
        }
        boolean stale = elsewhere.stale(seen);
        Quarter first = from == null ? Quarter.of(LocalDate.now(clock)) : Quarter.parse(from);
        List<Quarter> columns =
                IntStream.range(0, quarters).mapToObj(first::plus).toList();
        List<Stored<Outcome>> found = outcomes.of(columns, caller.actor());
        List<@Nullable UnitId> rows = rows(found);
        return new Roadmap(
                columns,
                rows.stream().map(organization::refOrNull).toList(),
                cells(columns, rows, found),
                withoutOutcome(caller),
                stale,
                can(caller.actor()),
                mayHoldNew(caller.actor()));
    }

    private List<String> can(Actor reader) {
        return Stream.of("SetOutcome", "PlanFeature")
                .filter(useCase -> access.may(reader, useCase, access.everywhere(reader)))
                .toList();
    }

    private List<@Nullable Ref> mayHoldNew(Actor reader) {
        List<@Nullable UnitId> all = new ArrayList<>(organization.areas());
        all.add(0, null);
        return all.stream()
                .filter(area -> access.may(reader, "SetOutcome", List.of(Outcomes.home(area))))
                .map(organization::refOrNull)
                .toList();
    }

    private List<@Nullable UnitId> rows(List<Stored<Outcome>> found) {
        List<@Nullable UnitId> rows = new ArrayList<>(organization.areas());
        found.stream()
                .map(outcome -> outcome.state().area())
                .filter(area -> area != null && !rows.contains(area))
                .distinct()
                .forEach(rows::add);
        if (found.stream().anyMatch(outcome -> outcome.state().area() == null)) {
            rows.add(0, null);
        }
        return rows;
    }

    private List<Cell> cells(List<Quarter> columns, List<@Nullable UnitId> rows, List<Stored<Outcome>> found) {
        Map<String, Stored<OutcomeAssessment>> assessed =
                assessments.findAll(found.stream().map(Stored::id).toList());
        List<Cell> cells = new ArrayList<>();
        for (UnitId area : rows) {
            for (Quarter quarter : columns) {
                List<CellOutcome> inCell = found.stream()
                        .filter(outcome -> Objects.equals(outcome.state().area(), area)
                                && outcome.state().quarter().equals(quarter))
                        .map(outcome -> inCell(outcome, assessed.get(outcome.id())))
                        .sorted(Comparator.comparing(
                                        CellOutcome::changedAt, Comparator.nullsLast(Comparator.reverseOrder()))
                                .thenComparing(CellOutcome::title))
                        .toList();
                if (!inCell.isEmpty()) {
                    cells.add(new Cell(organization.refOrNull(area), quarter, inCell));
                }
            }
        }
        return cells;
    }

    private CellOutcome inCell(Stored<Outcome> stored, @Nullable Stored<OutcomeAssessment> assessed) {
        Outcome outcome = stored.state();
        OutcomeAssessment assessment = assessed == null ? null : assessed.state();
        AssessmentView.OverrideView override = views.override(outcome);
        Instant changedAt = assessment == null ? null : assessment.computedAt();
        if (override != null && (changedAt == null || override.at().isAfter(changedAt))) {
            changedAt = override.at();
        }
        return new CellOutcome(
                stored.id(),
                outcome.title(),
                outcome.keyResults().stream()
                        .findFirst()
                        .map(RoadmapController::brief)
                        .orElse(null),
                views.shown(outcome, assessment),
                assessment == null ? Confidence.UNKNOWN : assessment.state(),
                override != null,
                override != null ? override.reason() : assessment == null ? null : assessment.mainReason(),
                changedAt);
    }

    private static KeyResultInBrief brief(KeyResult key) {
        return new KeyResultInBrief(key.name(), key.unit(), key.baseline(), key.target(), key.current());
    }

    private WithoutOutcome withoutOutcome(Caller caller) {
        Features.Share share = features.share(caller.actor());
        return new WithoutOutcome(
                share.withoutOutcome(),
                share.open(),
                share.open() == 0 ? null : (double) share.withoutOutcome() / share.open());
    }
}
