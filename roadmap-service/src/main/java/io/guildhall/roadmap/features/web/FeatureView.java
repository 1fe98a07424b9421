package io.guildhall.roadmap.features.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.features.Dependency;
import io.guildhall.roadmap.features.DependencyStatus;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.Ref;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A feature as it is shown.
 *
 * @param date the day it is planned to be finished, also where it is planned by sprint
 * @param needs teams it cannot do without
 * @param dependencies what has become of these needs, as far as the reader may see it
 * @param can the use cases that the reader may carry out now
 */
record FeatureView(
        String id,
        long version,
        @Nullable String key,
        String title,
        @Nullable Ref team,
        @Nullable Integer plannedSprint,
        @Nullable LocalDate plannedDate,
        @Nullable LocalDate date,
        @Nullable OutcomeId outcome,
        FeatureStatus status,
        List<NeedView> needs,
        List<DependencyView> dependencies,
        @Nullable String source,
        @Nullable String externalId,
        Visibility visibility,
        List<String> can) {

    record NeedView(Ref team, @Nullable String note) {}

    record DependencyView(
            String id,
            String title,
            DependencyStatus status,
            Ref producer,
            @Nullable LocalDate neededBy,
            @Nullable LocalDate committedBy,
            boolean broken) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Dependencies dependencies;
        private final Organization organization;
        private final Access access;
        private final Clock clock;

        Views(Dependencies dependencies, Organization organization, Access access, Clock clock) {
            this.dependencies = dependencies;
            this.organization = organization;
            this.access = access;
            this.clock = clock;
        }

        Replica<Dependency> dependencies() {
            return dependencies.replica();
        }

        FeatureView of(Stored<Feature> stored, Actor reader) {
            return of(List.of(stored), reader).get(0);
        }

        List<FeatureView> of(Collection<Stored<Feature>> all, Actor reader) {
            Map<String, List<Replicated<Dependency>>> byFeature =
                    dependencies
                            .of(all.stream()
                                    .map(stored -> new FeatureId(stored.id()))
                                    .toList())
                            .stream()
                            .filter(found -> sees(found.state(), reader))
                            .collect(Collectors.groupingBy(
                                    found -> String.valueOf(found.state().feature())));
            return all.stream()
                    .map(stored -> of(stored, byFeature.getOrDefault(stored.id(), List.of()), reader))
                    .toList();
        }

        private FeatureView of(Stored<Feature> stored, List<Replicated<Dependency>> found, Actor reader) {
            Feature feature = stored.state();
            return new FeatureView(
                    stored.id(),
                    stored.version(),
                    feature.key(),
                    feature.title(),
                    organization.refOrNull(feature.team()),
                    feature.plannedSprint(),
                    feature.plannedDate(),
                    feature.date(),
                    feature.outcome(),
                    feature.status(),
                    feature.needs().stream()
                            .map(need -> new NeedView(organization.ref(need.team()), need.note()))
                            .toList(),
                    found.stream().map(this::dependency).toList(),
                    feature.source(),
                    feature.externalId(),
                    feature.visibility(),
                    can(feature, reader));
        }

        private DependencyView dependency(Replicated<Dependency> found) {
            Dependency dependency = found.state();
            return new DependencyView(
                    found.id(),
                    dependency.title(),
                    dependency.status(),
                    organization.ref(dependency.producer()),
                    dependency.neededBy(),
                    dependency.committedBy(),
                    dependency.broken(LocalDate.now(clock)));
        }

        private boolean sees(Dependency dependency, Actor reader) {
            return dependency.visibility() == null
                    || access.sees(reader, dependency.visibility(), dependency.scopes(), null);
        }

        /** What the reader may do in a team; null is anywhere. */
        List<String> can(@Nullable UnitId team, Actor reader) {
            List<String> targets = team == null ? access.everywhere(reader) : List.of(Features.home(team));
            return access.may(reader, "PlanFeature", targets) ? List.of("PlanFeature") : List.of();
        }

        private List<String> can(Feature feature, Actor reader) {
            List<String> useCases = new ArrayList<>(List.of("ReviseFeature", "LinkFeature"));
            if (feature.status().open()) {
                useCases.add("RescheduleFeature");
                useCases.add("AddNeed");
            }
            List<String> home = List.of(Features.home(feature.team()));
            useCases.removeIf(useCase -> !access.may(reader, useCase, home));
            return useCases;
        }
    }
}
