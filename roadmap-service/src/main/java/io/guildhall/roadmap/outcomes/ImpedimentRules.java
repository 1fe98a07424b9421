package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.shared.DependencyId;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.ImpedimentId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stops the features, and what leadership promised about it. */
final class ImpedimentRules {

    private final Judgement judgement;
    private final Evidence evidence;

    private ImpedimentRules(Judgement judgement) {
        this.judgement = judgement;
        this.evidence = judgement.evidence();
    }

    static void apply(Judgement judgement) {
        ImpedimentRules rules = new ImpedimentRules(judgement);
        judgement.evidence().impediments().forEach(rules::judge);
    }

    private void judge(ImpedimentId id, Impediment impediment) {
        if (!impediment.open()) {
            return;
        }
        Optional<Map.Entry<FeatureId, Feature>> named = evidence.openFeatures().stream()
                .filter(feature -> impediment.features().contains(feature.getKey()))
                .findFirst();
        if (named.isPresent()) {
            judgeNamed(id, impediment, path(id, impediment, named.get()));
        } else if (impediment.features().isEmpty() && impediment.level().aboveTeam()) {
            nearby(impediment).ifPresent(feature -> noteNearby(id, impediment, path(id, impediment, feature)));
        }
    }

    private void judgeNamed(ImpedimentId id, Impediment impediment, List<Reason.Step> path) {
        LocalDate promised = impediment.promised();
        if (promised != null && promised.isBefore(judgement.today())) {
            add(id, impediment, Reason.Weight.OFF_TRACK, broken(impediment, promised), dayAfter(promised), path);
            return;
        }
        Instant old = impediment.raisedAt().plus(Duration.ofDays(Assessment.OLD_DAYS));
        if (impediment.level().aboveTeam()) {
            add(id, impediment, Reason.Weight.AT_RISK, held(impediment), impediment.raisedAt(), path);
        } else if (judgement.now().isBefore(old)) {
            judgement.dueAt(old);
        } else {
            String text = said(impediment) + " is open since " + judgement.day(impediment.raisedAt());
            add(id, impediment, Reason.Weight.AT_RISK, text, impediment.raisedAt(), path);
        }
        notePromise(id, impediment, path);
    }

    private void noteNearby(ImpedimentId id, Impediment impediment, List<Reason.Step> path) {
        LocalDate promised = impediment.promised();
        if (promised == null) {
            String text = held(impediment) + "; nobody has said which feature it stops";
            add(id, impediment, Reason.Weight.NOTE, text, impediment.raisedAt(), path);
        } else if (promised.isBefore(judgement.today())) {
            add(id, impediment, Reason.Weight.NOTE, broken(impediment, promised), dayAfter(promised), path);
        } else {
            notePromise(id, impediment, path);
        }
    }

    private void notePromise(ImpedimentId id, Impediment impediment, List<Reason.Step> path) {
        LocalDate promised = impediment.promised();
        Impediment.Answer answer = impediment.answer();
        if (promised == null || answer == null) {
            return;
        }
        judgement.dueOn(promised.plusDays(1));
        String text = "Leadership promised a solution by " + judgement.day(promised) + ": " + said(impediment);
        add(id, impediment, Reason.Weight.NOTE, text, answer.at(), path);
    }

    private String broken(Impediment impediment, LocalDate promised) {
        return "Leadership promised a solution by " + judgement.day(promised) + " and it is still open: "
                + said(impediment);
    }

    private String held(Impediment impediment) {
        if (impediment.level() != Impediment.Level.EXECUTIVE_ACTION_TEAM) {
            return said(impediment) + " waits for the Scrum of Scrums";
        }
        Impediment.Answer answer = impediment.answer();
        if (answer == null) {
            return said(impediment) + " waits for an answer of leadership";
        }
        return switch (answer.kind()) {
            case ACCEPTED -> said(impediment) + " is accepted by leadership and not solved yet";
            case DECLINED ->
                said(impediment) + " was declined by leadership"
                        + (answer.reason() == null || Judgement.hidden(impediment.visibility())
                                ? ""
                                : ": " + Judgement.quoted(answer.reason()));
            case PROMISED -> said(impediment) + " is with leadership";
            case UNKNOWN -> said(impediment) + " was answered by leadership";
        };
    }

    private String said(Impediment impediment) {
        return judgement.name(impediment.team()) + ": "
                + Judgement.titled("an impediment", impediment.title(), impediment.visibility());
    }

    /** A feature of a team it affects, or one that waits for such a team. */
    private Optional<Map.Entry<FeatureId, Feature>> nearby(Impediment impediment) {
        return evidence.openFeatures().stream()
                .filter(feature -> {
                    UnitId team = feature.getValue().team();
                    return (team != null && impediment.affects(team))
                            || blocked(feature.getKey(), impediment).isPresent();
                })
                .findFirst();
    }

    private Optional<Map.Entry<DependencyId, Dependency>> blocked(FeatureId feature, Impediment impediment) {
        return evidence.dependenciesOf(feature).stream()
                .filter(dependency -> dependency.getValue().pending()
                        && impediment.affects(dependency.getValue().producer()))
                .findFirst();
    }

    /** Through the dependency it blocks, where it blocks one. */
    private List<Reason.Step> path(ImpedimentId id, Impediment impediment, Map.Entry<FeatureId, Feature> feature) {
        List<Reason.Step> path = new ArrayList<>();
        path.add(judgement.outcomeStep());
        path.add(judgement.step(feature.getKey(), feature.getValue()));
        blocked(feature.getKey(), impediment)
                .ifPresent(dependency -> path.add(judgement.step(dependency.getKey(), dependency.getValue())));
        path.add(judgement.step(id, impediment));
        return path;
    }

    private Instant dayAfter(LocalDate day) {
        return judgement.startOf(day.plusDays(1));
    }

    private void add(
            ImpedimentId id,
            Impediment impediment,
            Reason.Weight weight,
            String text,
            Instant since,
            List<Reason.Step> path) {
        UnitId owner = impediment.holder() == null ? impediment.team() : impediment.holder();
        judgement.add(new Reason(
                Reason.Kind.IMPEDIMENT, id.value(), weight, text, owner, since, Judgement.TEAM_SERVICE, path));
    }
}
