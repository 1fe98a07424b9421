package io.guildhall.cop.gatherings;

import io.guildhall.cop.schedule.Slot;
import io.guildhall.platform.aggregate.Stored;

/**
 * A date of a community's schedule, and what was written down of it.
 *
 * @param written version 0 where nothing was
 */
public record Meeting(GatheringId id, Slot slot, Stored<Gathering> written, GatheringState state) {}
