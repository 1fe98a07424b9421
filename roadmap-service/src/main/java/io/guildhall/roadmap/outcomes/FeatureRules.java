package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.shared.FeatureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the features themselves say: planned too late, or late already. */
final class FeatureRules {

    private final Judgement judgement;

    private FeatureRules(Judgement judgement) {
        this.judgement = judgement;
    }

    static void apply(Judgement judgement) {
        FeatureRules rules = new FeatureRules(judgement);
        judgement.evidence().openFeatures().forEach(entry -> rules.judge(entry.getKey(), entry.getValue()));
    }

    private void judge(FeatureId id, Feature feature) {
        LocalDate end = judgement.quarterEnd();
        LocalDate date = feature.date();
        judgement.dueOn(end.plusDays(1));
        if (judgement.today().isAfter(end)) {
            add(id, feature, Reason.Weight.OFF_TRACK, "is not done and the quarter is over", dayAfter(end));
        } else if (date != null && date.isAfter(end)) {
            boolean near = judgement.near(end);
            judgement.dueWhenNear(end);
            add(
                    id,
                    feature,
                    near ? Reason.Weight.OFF_TRACK : Reason.Weight.AT_RISK,
                    "is planned for " + judgement.day(date) + ", after the quarter ends",
                    feature.datedAt());
        } else if (date != null && date.isBefore(judgement.today())) {
            add(
                    id,
                    feature,
                    Reason.Weight.AT_RISK,
                    "was planned for " + judgement.day(date) + " and is not done",
                    dayAfter(date));
        } else if (date != null) {
            judgement.dueOn(date.plusDays(1));
        }
    }

    private Instant dayAfter(LocalDate day) {
        return judgement.startOf(day.plusDays(1));
    }

    private void add(FeatureId id, Feature feature, Reason.Weight weight, String what, @Nullable Instant since) {
        String owner = feature.team() == null ? "Nobody's" : judgement.name(feature.team()) + ":";
        judgement.add(new Reason(
                Reason.Kind.FEATURE,
                id.value(),
                weight,
                owner + " " + judgement.titled(feature) + " " + what,
                feature.team(),
                since,
                Judgement.ROADMAP_SERVICE,
                List.of(judgement.outcomeStep(), judgement.step(id, feature))));
    }
}
