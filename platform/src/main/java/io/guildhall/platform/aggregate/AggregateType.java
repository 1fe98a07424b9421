package io.guildhall.platform.aggregate;

import java.util.List;

/**
 * What there is to know of one type of aggregate.
 *
 * @param name what a person calls it, for example {@code impediment}
 * @param collection the collection that holds it
 * @param topic where its events go, without the installation's prefix
 * @param state the class of its state
 * @param schema the version of the stored form that this code writes, from 1; documents of a newer one are left alone
 * @param compacted whether the topic keeps only the last event of each aggregate
 * @param events all events it may record
 * @param indexes those that its queries name
 */
public record AggregateType<S>(
        String name,
        String collection,
        String topic,
        Class<S> state,
        int schema,
        boolean compacted,
        List<Class<? extends DomainEvent>> events,
        List<Index> indexes) {

    public AggregateType {
        events = List.copyOf(events);
        indexes = List.copyOf(indexes);
    }

    /** The usual type: schema 1, a topic that is kept for good. */
    public static <S> AggregateType<S> of(
            String name,
            String topic,
            String collection,
            Class<S> state,
            List<Class<? extends DomainEvent>> events,
            Index... indexes) {
        return new AggregateType<>(name, collection, topic, state, 1, false, events, List.of(indexes));
    }

    public AggregateType<S> withCompactedTopic() {
        return new AggregateType<>(name, collection, topic, state, schema, true, events, indexes);
    }

    /** The name of an event on the wire. */
    public static String wireName(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event + " has no @EventType");
        }
        return type.value();
    }
}
