package io.guildhall.platform.aggregate;

/**
 * An aggregate as it is in the store.
 *
 * @param topic where its events go, without the installation's prefix
 * @param version counts the writes, from 1; it is the ETag
 * @param sequence of the last event: grows per aggregate, and stays ahead even after a restore from a backup
 */
public record Stored<S>(String topic, String id, long version, long sequence, S state) {

    /** What a reader hands to a view of another service that has to have seen this write. */
    public String seen() {
        return topic + "/" + id + "@" + sequence;
    }

    /**
     * The last event of this write, for what the same service does at once because of it.
     *
     * @param context of the write
     */
    public Cause asCause(CommandContext context) {
        Cause before = context.cause();
        return new Cause(
                id + "@" + sequence,
                before == null ? 1 : before.hops() + 1,
                before == null ? null : before.traceparent());
    }
}
