package io.guildhall.feed.subscription;

import io.guildhall.feed.follow.Follows;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogEntry;
import io.guildhall.platform.aggregate.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cuts the log into blocks of positions, so that what stands in an archive depends on nothing but its number: a reader
 * that pages back while entries are added misses none and gets none twice.
 */
@Component
public class ReadFeed {

    private static final int BLOCK = 200;

    /** A feed that begins with fewer entries than these shows those of one block more. */
    private static final int FEWEST = 25;

    private final EventLog log;
    private final Follows follows;

    ReadFeed(EventLog log, Follows follows) {
        this.log = log;
        this.follows = follows;
    }

    /**
     * A part of a feed.
     *
     * @param entries the newest first
     * @param archive the number of the block whose entries these are; null for the newest part, which still changes
     * @param previous the number of the next lower block that holds something for the reader
     * @param next the number of the next higher block that does and is complete
     */
    public record Part(List<LogEntry> entries, @Nullable Long archive, OptionalLong previous, OptionalLong next) {

        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** What a reader asks for again and again: the block that is not complete yet and, where that is little, one more. */
    public Part newest(Subscription subscription, Actor actor) {
        EventLog.Selection selection = selection(subscription);
        EventLog.Extent extent = log.extent();
        long complete = complete(extent);
        List<LogEntry> entries = new ArrayList<>(log.between(complete * BLOCK, extent.last(), selection, actor));
        OptionalLong previous = before(complete, selection, actor);
        if (entries.size() < FEWEST && previous.isPresent()) {
            entries.addAll(entries(previous.getAsLong(), selection, actor));
            previous = before(previous.getAsLong(), selection, actor);
        }
        return new Part(entries, null, previous, OptionalLong.empty());
    }

    /** The entries of a block; empty while it is not complete. */
    public Optional<Part> archive(long block, Subscription subscription, Actor actor) {
        long complete = complete(log.extent());
        if (block < 0 || block >= complete) {
            return Optional.empty();
        }
        EventLog.Selection selection = selection(subscription);
        OptionalLong after = log.oldest((block + 1) * BLOCK, complete * BLOCK, selection, actor);
        return Optional.of(
                new Part(entries(block, selection, actor), block, before(block, selection, actor), blockOf(after)));
    }

    private EventLog.Selection selection(Subscription shown) {
        Interest about = shown.about() == null ? Interest.EVERYTHING : shown.about();
        Owner owner = shown.owner();
        return new EventLog.Selection(
                about.topics(),
                shown.unit(),
                about == Interest.FOLLOWED ? follows.of(owner.issuer(), owner.subject()) : null);
    }

    private List<LogEntry> entries(long block, EventLog.Selection selection, Actor actor) {
        return log.between(block * BLOCK, (block + 1) * BLOCK, selection, actor);
    }

    private OptionalLong before(long block, EventLog.Selection selection, Actor actor) {
        return blockOf(log.newest(block * BLOCK, selection, actor));
    }

    /** How many blocks will not change by what is added. */
    private static long complete(EventLog.Extent extent) {
        return extent.settled() / BLOCK;
    }

    private static OptionalLong blockOf(OptionalLong position) {
        return position.isPresent() ? OptionalLong.of((position.getAsLong() - 1) / BLOCK) : position;
    }
}
