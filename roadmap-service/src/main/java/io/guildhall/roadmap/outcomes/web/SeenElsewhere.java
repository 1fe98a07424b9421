package io.guildhall.roadmap.outcomes.web;

import io.guildhall.platform.web.Seen;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.outcomes.Impediments;
import io.guildhall.roadmap.shared.FeatureId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits until outcomes have heard of what the reader has just done: to a dependency, an impediment or a feature. */
@Component
class SeenElsewhere {

    private final Dependencies dependencies;
    private final Impediments impediments;
    private final Features features;

    SeenElsewhere(Dependencies dependencies, Impediments impediments, Features features) {
        this.dependencies = dependencies;
        this.impediments = impediments;
        this.features = features;
    }

    /** Whether the view is stale all the same; a feature's own change was assessed before it was answered. */
    boolean stale(@Nullable String seen) {
        if (seen != null && seen.indexOf('@') > 0) {
            String id = seen.substring(0, seen.lastIndexOf('@'));
            if (features.find(new FeatureId(id)).isPresent()) {
                return false;
            }
        }
        return Seen.staleAfterWaiting(seen, List.of(dependencies.replica(), impediments.replica()));
    }
}
