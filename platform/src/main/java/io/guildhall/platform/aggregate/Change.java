package io.guildhall.platform.aggregate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** What the next transition decides on top; the events of both, in order. */
    public Change<S> then(Function<S, Change<S>> next) {
        Change<S> after = next.apply(state);
        return new Change<>(
                after.state,
                Stream.concat(events.stream(), after.events.stream()).toList());
    }

    /** Nothing has to change; nothing will be written. */
    public static <S> Change<S> none(S state) {
        return new Change<>(state, List.of());
    }
}
