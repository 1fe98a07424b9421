package io.guildhall.roadmap.outcomes.web;

import io.guildhall.platform.web.Seen;
import io.guildhall.roadmap.features.Dependencies;
import io.guildhall.roadmap.outcomes.Impediments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits until outcomes have heard of what the reader has just done to a dependency or an impediment. */
@Component
class SeenElsewhere {

    private final Dependencies dependencies;
    private final Impediments impediments;

    SeenElsewhere(Dependencies dependencies, Impediments impediments) {
        this.dependencies = dependencies;
        this.impediments = impediments;
    }

    /** Whether the view is stale all the same. */
    boolean stale(@Nullable String seen) {
        return Seen.staleAfterWaiting(seen, dependencies.replica(), impediments.replica());
    }
}
