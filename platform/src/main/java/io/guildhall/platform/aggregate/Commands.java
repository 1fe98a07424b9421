package io.guildhall.platform.aggregate;

import java.util.List;
import org.bson.Document;

/** The commands that a document remembers in {@code commands}: a repetition is told from another request under its key. */
public final class Commands {

    /** As many keys of past commands are remembered, and kept long enough for any client's retries. */
    private static final int MOST = 50;

    private Commands() {}

    /**
     * Whether the document remembers this command.
     *
     * @throws Refusal 422 when it remembers the key for another request
     */
    public static boolean isRepetition(Document document, CommandContext context) {
        String key = context.rememberedKey();
        if (key == null) {
            return false;
        }
        for (Document command : document.getList("commands", Document.class, List.of())) {
            if (key.equals(command.getString("key"))) {
                String hash = command.getString("hash");
                if (hash == null || hash.equals(context.bodyHash())) {
                    return true;
                }
                throw new Refusal(
                        "idempotency-key-reused",
                        422,
                        "This Idempotency-Key was used for another request",
                        "Send the request again with a new Idempotency-Key.");
            }
        }
        return false;
    }

    /** What a new document remembers. */
    public static List<Document> remembered(CommandContext context) {
        String key = context.rememberedKey();
        return key == null ? List.of() : List.of(new Document("key", key).append("hash", context.bodyHash()));
    }

    /** Lets an update remember the command with what it pushes. */
    public static void remember(Document push, CommandContext context) {
        List<Document> command = remembered(context);
        if (!command.isEmpty()) {
            push.append("commands", new Document("$each", command).append("$slice", -MOST));
        }
    }

    /** @throws Refusal 412 when the command expects another version than the present one */
    public static void refuseStale(long present, CommandContext context) {
        Long expected = context.expectedVersion();
        if (expected != null && expected != present) {
            throw new Refusal(
                            "changed-meanwhile",
                            412,
                            "Somebody else has changed this meanwhile",
                            "Look at what changed, then send your change again with the new version.")
                    .with("version", present);
        }
    }
}
