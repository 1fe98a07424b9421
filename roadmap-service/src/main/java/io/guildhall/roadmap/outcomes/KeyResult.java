package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that shows whether the outcome comes true.
 *
 * @param unit what is counted, for example {@code %} or {@code minutes}
 * @param baseline the value when the outcome was set
 * @param target the value that means the outcome is reached; it may lie below the baseline
 * @param current the last measured value, the baseline before the first
 * @param history the measurements, oldest first; only the last {@value #MOST_MEASUREMENTS} are kept
 */
public record KeyResult(
        KeyResultId id,
        String name,
        @Nullable String unit,
        double baseline,
        double target,
        double current,
        List<Measurement> history) {

    public static final int MOST_MEASUREMENTS = 200;

    public KeyResult {
        name = Wording.required("key result", name, Wording.LINE);
        unit = Wording.optional("unit", unit, 40);
        refuseEndless(baseline);
        refuseEndless(target);
        refuseEndless(current);
        if (baseline == target) {
            throw Refusal.invalid(
                    "target-is-baseline", "The target of '" + name + "' is its baseline; choose what should change.");
        }
        history = List.copyOf(history);
    }

    public static KeyResult of(KeyResultId id, String name, @Nullable String unit, double baseline, double target) {
        return new KeyResult(id, name, unit, baseline, target, baseline, List.of());
    }

    public boolean measured() {
        return !history.isEmpty();
    }

    KeyResult measure(double value, PersonId by, Instant at) {
        List<Measurement> all = new ArrayList<>(history);
        all.add(new Measurement(at, value, by));
        int drop = Math.max(0, all.size() - MOST_MEASUREMENTS);
        return new KeyResult(id, name, unit, baseline, target, value, all.subList(drop, all.size()));
    }

    /** Says anew what is measured; the measurements stay. */
    KeyResult define(String newName, @Nullable String newUnit, double newBaseline, double newTarget) {
        return new KeyResult(id, newName, newUnit, newBaseline, newTarget, measured() ? current : newBaseline, history);
    }

    private static void refuseEndless(double value) {
        if (!Double.isFinite(value)) {
            throw Refusal.invalid("value-not-finite", "A key result is a number; write one.");
        }
    }
}
