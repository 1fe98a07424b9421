package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.DependencyStatus;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the features wait for: unanswered, declined, broken or late dependencies. */
final class DependencyRules {

    private final Judgement judgement;
    private final boolean allDeclined;

    private DependencyRules(Judgement judgement, boolean allDeclined) {
        this.judgement = judgement;
        this.allDeclined = allDeclined;
    }

    static void apply(Judgement judgement) {
        DependencyRules rules = new DependencyRules(judgement, allDeclined(judgement.evidence()));
        judgement
                .evidence()
                .openFeatures()
                .forEach(feature -> judgement.evidence().dependenciesOf(feature.getKey()).stream()
                        .filter(dependency -> dependency.getValue().pending())
                        .forEach(dependency -> rules.judge(feature, dependency.getKey(), dependency.getValue())));
    }

    private static boolean allDeclined(Evidence evidence) {
        List<DependencyStatus> needed = evidence.openFeatures().stream()
                .flatMap(feature -> evidence.dependenciesOf(feature.getKey()).stream())
                .map(dependency -> dependency.getValue().status())
                .filter(status -> status != DependencyStatus.WITHDRAWN)
                .toList();
        return !needed.isEmpty() && needed.stream().allMatch(status -> status == DependencyStatus.DECLINED);
    }

    private void judge(Map.Entry<FeatureId, Feature> feature, DependencyId id, Dependency dependency) {
        LocalDate needed = dependency.neededBy() != null
                ? dependency.neededBy()
                : feature.getValue().date();
        Found found = judge(dependency, needed);
        if (found == null) {
            return;
        }
        judgement.add(new Reason(
                Reason.Kind.DEPENDENCY,
                id.value(),
                found.weight,
                found.text,
                found.owner,
                found.since,
                Judgement.TEAM_SERVICE,
                List.of(
                        judgement.outcomeStep(),
                        judgement.step(feature.getKey(), feature.getValue()),
                        judgement.step(id, dependency))));
    }

    /** The worst that can be said of it; null when it is in order. */
    private @Nullable Found judge(Dependency dependency, @Nullable LocalDate needed) {
        if (needed != null && needed.isBefore(judgement.today())) {
            return passed(dependency, needed);
        }
        if (needed != null) {
            judgement.dueOn(needed.plusDays(1));
        }
        if (dependency.status() == DependencyStatus.DECLINED) {
            return declined(dependency, needed);
        }
        if (!dependency.answered()) {
            return unanswered(dependency, needed);
        }
        return committed(dependency, needed);
    }

    private Found passed(Dependency dependency, LocalDate needed) {
        String promised = dependency.status() == DependencyStatus.COMMITTED
                        && dependency.committedBy() != null
                        && !dependency.committedBy().isBefore(judgement.today())
                ? ", now promised for " + judgement.day(dependency.committedBy())
                : "";
        // The promise is not repeated once its day has passed.
        if (!promised.isEmpty() && dependency.committedBy() != null) {
            judgement.dueOn(dependency.committedBy().plusDays(1));
        }
        return new Found(
                Reason.Weight.OFF_TRACK,
                waits(dependency) + " was needed by " + judgement.day(needed) + " and is not delivered" + promised,
                dependency.producer(),
                judgement.startOf(needed.plusDays(1)));
    }

    private Found declined(Dependency dependency, @Nullable LocalDate needed) {
        return new Found(
                allDeclined ? Reason.Weight.OFF_TRACK : Reason.Weight.AT_RISK,
                judgement.name(dependency.producer()) + " declined " + title(dependency) + ", which "
                        + judgement.name(dependency.consumer()) + " needs" + by(needed),
                dependency.consumer(),
                dependency.movedAt());
    }

    private @Nullable Found unanswered(Dependency dependency, @Nullable LocalDate needed) {
        if (needed == null) {
            return null;
        }
        if (!judgement.near(needed)) {
            judgement.dueWhenNear(needed);
            return null;
        }
        boolean consumerAnswers = dependency.status() == DependencyStatus.COUNTERED
                && dependency.counterOffer() != null
                && "PRODUCER".equals(dependency.counterOffer().by());
        LocalDate offered = dependency.counterOffer() == null
                ? null
                : dependency.counterOffer().date();
        String what = consumerAnswers && offered != null
                ? " is offered for " + judgement.day(offered) + " and not agreed, needed" + by(needed)
                : " is not answered, needed" + by(needed);
        return new Found(
                Reason.Weight.AT_RISK,
                waits(dependency) + what,
                consumerAnswers ? dependency.consumer() : dependency.producer(),
                consumerAnswers ? dependency.movedAt() : dependency.askedAt());
    }

    private @Nullable Found committed(Dependency dependency, @Nullable LocalDate needed) {
        LocalDate committed = dependency.committedBy();
        if (committed == null) {
            return null;
        }
        if (committed.isBefore(judgement.today())) {
            return new Found(
                    Reason.Weight.AT_RISK,
                    waits(dependency) + " was promised for " + judgement.day(committed) + " and is not delivered",
                    dependency.producer(),
                    judgement.startOf(committed.plusDays(1)));
        }
        judgement.dueOn(committed.plusDays(1));
        if (needed == null || !committed.isAfter(needed)) {
            return null;
        }
        return new Found(
                Reason.Weight.AT_RISK,
                waits(dependency)
                        + (dependency.slipped() ? " slipped to " : " is promised for ")
                        + judgement.day(committed) + ", needed" + by(needed),
                dependency.producer(),
                dependency.datedAt());
    }

    private String waits(Dependency dependency) {
        return judgement.name(dependency.consumer()) + " waits for " + judgement.name(dependency.producer()) + ": "
                + title(dependency);
    }

    private static String title(Dependency dependency) {
        return Judgement.titled("a dependency", dependency.title(), dependency.visibility());
    }

    private String by(@Nullable LocalDate needed) {
        return needed == null ? "" : " by " + judgement.day(needed);
    }

    private record Found(
            Reason.Weight weight,
            String text,
            UnitId owner,
            @Nullable Instant since) {}
}
