package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Cause;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.SprintCalendar;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Derives the days of features again when the sprint calendar has changed. */
@Component
public class FollowCalendar {

    private final Features features;
    private final Clock clock;

    FollowCalendar(Features features, Clock clock) {
        this.features = features;
        this.clock = clock;
    }

    public void follow(SprintCalendar calendar, Cause cause) {
        CommandContext context = CommandContext.because(
                Actor.service("roadmap-service"), clock.instant().truncatedTo(ChronoUnit.MILLIS), cause);
        for (Stored<Feature> planned : features.plannedBySprint()) {
            if (!planned.state().followCalendar(calendar, context.at()).events().isEmpty()) {
                features.change(
                        new FeatureId(planned.id()),
                        context,
                        feature -> feature.followCalendar(calendar, context.at()));
            }
        }
    }
}
