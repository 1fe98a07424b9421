package io.guildhall.platform.spine;

import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.platform.aggregate.Index;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate there is, to try the platform with. */
record Note(String text, int edits, @Nullable String label) {

    static final AggregateType<Note> TYPE = AggregateType.of(
            "note",
            "test.notes",
            "notes",
            Note.class,
            List.of(Written.class, Edited.class),
            Index.on("by_label", "state.label"));

    @EventType("guildhall.test.note-written.v1")
    record Written(String text) implements DomainEvent {}

    @EventType("guildhall.test.note-edited.v1")
    record Edited(String text) implements DomainEvent {}

    static Change<Note> write(String text) {
        return Change.of(new Note(text, 0, null), new Written(text));
    }

    static Change<Note> write(String text, @Nullable String label) {
        return Change.of(new Note(text, 0, label), new Written(text));
    }

    Change<Note> edit(String to) {
        return Change.of(new Note(to, edits + 1, label), new Edited(to));
    }
}
