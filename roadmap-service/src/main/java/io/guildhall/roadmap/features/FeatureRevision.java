package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.roadmap.shared.SprintCalendar;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs when a feature is said anew, as one event each. */
final class FeatureRevision {

    private final @Nullable SprintCalendar calendar;
    private final Instant at;
    private final List<DomainEvent> events = new ArrayList<>();
    private Feature feature;

    FeatureRevision(Feature feature, @Nullable SprintCalendar calendar, Instant at) {
        this.feature = feature;
        this.at = at;
        this.calendar = calendar;
    }

    void describe(@Nullable String key, String title, Visibility visibility) {
        Feature f = feature;
        if (Objects.equals(key, f.key()) && title.equals(f.title()) && visibility == f.visibility()) {
            return;
        }
        feature = with(key, title, f.team(), f.timing(), f.date(), f.status(), f.needs(), visibility);
        events.add(new FeatureDescribed(key, title, visibility));
    }

    void reassign(@Nullable UnitId team) {
        Feature f = feature;
        if (!Objects.equals(team, f.team())) {
            feature = with(f.key(), f.title(), team, f.timing(), f.date(), f.status(), f.needs(), f.visibility());
            events.add(new FeatureReassigned(f.team(), team));
        }
    }

    void proceed(FeatureStatus status) {
        Feature f = feature;
        if (status != f.status()) {
            feature = with(f.key(), f.title(), f.team(), f.timing(), f.date(), status, f.needs(), f.visibility());
            events.add(new FeatureProceeded(f.status(), status));
        }
    }

    void reschedule(Timing timing, @Nullable String reason) {
        Feature f = feature;
        LocalDate date = timing.lastDay(calendar);
        if (!timing.equals(f.timing()) || !Objects.equals(date, f.date())) {
            feature = with(f.key(), f.title(), f.team(), timing, date, f.status(), f.needs(), f.visibility());
            events.add(new FeatureRescheduled(f.date(), date, timing.sprint(), reason));
        }
    }

    void need(List<Need> needs) {
        Feature f = feature;
        List<DomainEvent> differences = new ArrayList<>();
        needs.stream()
                .filter(need -> !f.needs().contains(need))
                .forEach(need -> differences.add(new FeatureNeedAdded(need.team(), need.note())));
        f.needs().stream()
                .map(Need::team)
                .filter(team -> needs.stream().noneMatch(need -> need.team().equals(team)))
                .forEach(team -> differences.add(new FeatureNeedDropped(team)));
        if (!differences.isEmpty()) {
            feature = with(f.key(), f.title(), f.team(), f.timing(), f.date(), f.status(), needs, f.visibility());
            events.addAll(differences);
        }
    }

    Change<Feature> change() {
        return new Change<>(feature, events);
    }

    private Feature with(
            @Nullable String key,
            String title,
            @Nullable UnitId team,
            Timing timing,
            @Nullable LocalDate date,
            FeatureStatus status,
            List<Need> needs,
            Visibility visibility) {
        Feature f = feature;
        return new Feature(
                key,
                title,
                team,
                timing.sprint(),
                timing.day(),
                date,
                Objects.equals(date, f.date()) ? f.datedAt() : at,
                f.outcome(),
                f.formerOutcome(),
                status,
                needs,
                f.source(),
                f.externalId(),
                visibility,
                List.of());
    }
}
