package io.guildhall.platform.aggregate;

import java.util.List;

/**
 * What a transition of an aggregate decides: the state afterwards and the events that led there.
 *
 * @param <S> the state of the aggregate, an immutable record
 */
public record Change<S>(S state, List<DomainEvent> events) {

    public Change {
        events = List.copyOf(events);
    }

    public static <S> Change<S> of(S state, DomainEvent... events) {
        return new Change<>(state, List.of(events));
    }

    /** Nothing has to change; nothing will be written. */
    public static <S> Change<S> none(S state) {
        return new Change<>(state, List.of());
    }
}
