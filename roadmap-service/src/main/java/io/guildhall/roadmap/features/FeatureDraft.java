package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or a tracker, says of a feature: everything but its link to an outcome.
 *
 * @param key what people call it in their tracker, for example {@code KEP-1040}
 * @param team the team that owns it, if one does already
 * @param needs other teams it cannot do without; a team named twice counts once
 */
public record FeatureDraft(
        @Nullable String key,
        String title,
        @Nullable UnitId team,
        Timing timing,
        FeatureStatus status,
        List<Need> needs,
        Visibility visibility) {

    /** More teams than this are no plan, and would not fit into an event. */
    public static final int MOST_NEEDS = 50;

    public FeatureDraft {
        visibility = Wording.shared(visibility, team != null || !needs.isEmpty());
        key = Wording.optional("key", key, Wording.LINE);
        title = Wording.required("title", title, Wording.LINE);
        if (status == FeatureStatus.UNKNOWN) {
            throw Refusal.invalid("status-unknown", "A feature is PLANNED, IN_PROGRESS, DONE or DROPPED.")
                    .with("field", "status");
        }
        needs = distinct(needs);
        if (needs.size() > MOST_NEEDS) {
            throw Refusal.invalid(
                    "needs-too-many", "A feature needs at most " + MOST_NEEDS + " other teams; split the feature.");
        }
    }

    private static List<Need> distinct(List<Need> needs) {
        Map<UnitId, Need> byTeam = new LinkedHashMap<>();
        needs.forEach(need -> byTeam.putIfAbsent(need.team(), need));
        return List.copyOf(byTeam.values());
    }
}
