package io.guildhall.cop.schedule;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All dates of something that repeats. A new cadence ends the one before, whose dates stay as they were.
 *
 * @param spells the cadences one after the other, the present one last
 * @param deviations what was moved or cancelled, by the day the rule names
 */
public record Schedule(
        @About("The cadences one after the other, the present one last")
        List<Spell> spells,

        @About("What was moved or cancelled, by the day the rule names")
        List<Deviation> deviations) {

    public static final Schedule NONE = new Schedule(List.of(), List.of());

    /** More than anybody moves; it keeps an event within its bounds. */
    static final int MOST_DEVIATIONS = 200;

    private static final int MOST_SPELLS = 50;

    /** As far as a date may be moved: further away it is rather another gathering. */
    private static final int MOST_DAYS_MOVED = 60;

    public Schedule {
        spells = List.copyOf(spells);
        deviations = List.copyOf(deviations);
    }

    public static Schedule of(Cadence cadence) {
        return new Schedule(List.of(new Spell(cadence, null)), List.of());
    }

    /** The cadence that holds; null when nothing repeats any more. */
    public @Nullable Cadence present() {
        Spell newest = spells.isEmpty() ? null : spells.get(spells.size() - 1);
        return newest == null || newest.last() != null ? null : newest.cadence();
    }

    /** From its first day on another cadence holds; deviations from then on are dropped, as the days they name are. */
    public Schedule changeTo(Cadence cadence) {
        return endBefore(cadence.first(), new Spell(cadence, null));
    }

    /** From that day on nothing takes place; what was moved beyond it is cancelled. */
    public Schedule endOn(LocalDate day) {
        Schedule ended = endBefore(day, null);
        return new Schedule(
                ended.spells,
                ended.deviations.stream().map(one -> one.endingBefore(day)).toList());
    }

    private Schedule endBefore(LocalDate day, @Nullable Spell next) {
        List<Spell> changed = new ArrayList<>();
        for (Spell spell : spells) {
            Spell ended = spell.endingBefore(day);
            if (!ended.isEmpty()) {
                changed.add(ended);
            }
        }
        if (next != null) {
            changed.add(next);
        }
        if (changed.size() > MOST_SPELLS) {
            changed.remove(0);
        }
        return new Schedule(
                changed,
                deviations.stream().filter(one -> one.on().isBefore(day)).toList());
    }

    /**
     * Moves a date.
     *
     * @param on the day the rule names
     * @throws Refusal 422 when the rule does not name the day, or the new time is far away or another gathering's
     */
    public Schedule move(LocalDate on, LocalDateTime to, @Nullable String reason) {
        Slot slot = require(on);
        LocalDateTime minute = to.withSecond(0).withNano(0);
        if (Math.abs(ChronoUnit.DAYS.between(on, to.toLocalDate())) > MOST_DAYS_MOVED) {
            throw Refusal.invalid(
                            "moved-too-far",
                            "A gathering moves by at most " + MOST_DAYS_MOVED
                                    + " days; cancel it, or change the cadence instead.")
                    .with("field", "to");
        }
        if (!slot.cancelled() && minute.equals(slot.begins())) {
            return this;
        }
        refuseTaken(on, minute);
        return deviate(new Deviation(on, minute, reason(reason)));
    }

    private void refuseTaken(LocalDate on, LocalDateTime minute) {
        LocalDate day = minute.toLocalDate();
        boolean taken = upcoming(day, day).stream()
                .anyMatch(other -> !other.on().equals(on)
                        && !other.cancelled()
                        && other.begins().equals(minute));
        if (taken) {
            throw Refusal.invalid(
                            "moved-onto-another",
                            "Another gathering begins at that time; choose another one, or cancel one of the two.")
                    .with("field", "to");
        }
    }

    /** @throws Refusal 422 when the rule does not name the day */
    public Schedule cancel(LocalDate on, @Nullable String reason) {
        require(on);
        return deviate(new Deviation(on, null, reason(reason)));
    }

    /** As the rule says again. */
    public Schedule restore(LocalDate on) {
        require(on);
        return new Schedule(
                spells, deviations.stream().filter(one -> !one.on().equals(on)).toList());
    }

    /** The date that a rule names on a day, as it stands. */
    public Optional<Slot> slot(LocalDate on) {
        return spells.stream().filter(spell -> spell.names(on)).findFirst().map(spell -> slot(spell.cadence(), on));
    }

    /** All dates whose day, as the rule names it, is from one to another, both included. */
    public List<Slot> between(LocalDate from, LocalDate to) {
        return spells.stream()
                .flatMap(spell -> {
                    LocalDate last = spell.last() == null || spell.last().isAfter(to) ? to : spell.last();
                    return spell.cadence().days(from, last).stream().map(day -> slot(spell.cadence(), day));
                })
                .sorted(Comparator.comparing(Slot::start).thenComparing(Slot::on))
                .toList();
    }

    /** What begins between two days, in order: moved dates are found where they take place. */
    public List<Slot> upcoming(LocalDate from, LocalDate to) {
        return between(from.minusDays(MOST_DAYS_MOVED), to.plusDays(MOST_DAYS_MOVED)).stream()
                .filter(slot -> !slot.begins().toLocalDate().isBefore(from)
                        && !slot.begins().toLocalDate().isAfter(to))
                .toList();
    }

    private Slot require(LocalDate on) {
        return slot(on).orElseThrow(() -> Refusal.invalid(
                        "no-gathering-on-that-day",
                        "The cadence names no gathering on " + on + "; choose one it names.")
                .with("field", "on"));
    }

    private Slot slot(Cadence cadence, LocalDate on) {
        Deviation deviation = deviations.stream()
                .filter(one -> one.on().equals(on))
                .findFirst()
                .orElse(null);
        LocalDateTime planned = on.atTime(cadence.at());
        return new Slot(
                on,
                deviation == null ? planned : Objects.requireNonNullElse(deviation.movedTo(), planned),
                cadence.minutes(),
                cadence.zone(),
                deviation != null && !deviation.cancelled(),
                deviation != null && deviation.cancelled(),
                deviation == null ? null : deviation.reason());
    }

    private Schedule deviate(Deviation deviation) {
        List<Deviation> changed = Stream.concat(
                        deviations.stream().filter(one -> !one.on().equals(deviation.on())), Stream.of(deviation))
                .sorted(Comparator.comparing(Deviation::on))
                .toList();
        int surplus = Math.max(0, changed.size() - MOST_DEVIATIONS);
        return new Schedule(spells, changed.subList(surplus, changed.size()));
    }

    private static @Nullable String reason(@Nullable String reason) {
        return Wording.optional("reason", reason, Wording.LINE);
    }
}
