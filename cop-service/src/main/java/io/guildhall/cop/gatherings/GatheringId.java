package io.guildhall.cop.gatherings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The id of a gathering, written {@code <community>_2026-12-03}: a community meets at most once on a day that its cadence
 * names.
 *
 * @param on the day the cadence names; it stays the same when the gathering is moved
 */
public record GatheringId(CommunityId community, LocalDate on) {

    private static final String BETWEEN = "_";

    /** @throws Refusal 404 for what is no such id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static GatheringId parse(String value) {
        int between = value.lastIndexOf(BETWEEN);
        if (between < 1) {
            throw Refusal.notFound("gathering", value);
        }
        try {
            return new GatheringId(
                    new CommunityId(value.substring(0, between)), LocalDate.parse(value.substring(between + 1)));
        } catch (DateTimeException e) {
            throw Refusal.notFound("gathering", value);
        }
    }

    @JsonValue
    public String value() {
        return community + BETWEEN + on;
    }

    @Override
    public String toString() {
        return value();
    }
}
