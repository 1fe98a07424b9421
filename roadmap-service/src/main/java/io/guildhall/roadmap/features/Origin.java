package io.guildhall.roadmap.features;

import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.Wording;
import java.util.List;

/**
 * Where a feature is kept by its team.
 *
 * @param source the tracker or project, for example {@code jira}
 * @param externalId its id there
 */
public record Origin(String source, String externalId) {

    public Origin {
        source = Wording.required("source", source, Wording.LINE);
        externalId = Wording.required("external id", externalId, Wording.LINE);
    }

    /** The same id every time, so that importing again finds the feature. */
    public FeatureId featureId() {
        return new FeatureId(CommandContext.derivedId("feature", source, externalId));
    }

    /** The needs as told by this source. */
    List<Need> tells(List<Need> needs) {
        return needs.stream()
                .map(need -> new Need(need.team(), need.note(), source))
                .toList();
    }
}
