package io.guildhall.system.kills;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.function.Predicate;

/** A store that kills whoever sends it a chosen command, and carries that command out or not, but never answers. */
final class TrappedStore extends MemoryBackend {

    private Predicate<Document> trap = command -> false;
    private Runnable kill = () -> {};
    private boolean carryOut;

    /**
     * @param carryOut whether the command that kills its sender is still carried out
     * @param kill returns when the sender is gone
     */
    synchronized void killAt(Predicate<Document> command, boolean carryOut, Runnable kill) {
        this.trap = command;
        this.carryOut = carryOut;
        this.kill = kill;
    }

    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        if (trap.test(message.getDocument())) {
            trap = command -> false;
            if (carryOut) {
                super.handleMessage(message);
            }
            kill.run();
            throw new IllegalStateException("Its sender is gone");
        }
        // Copied, because the backend changes stored documents in place.
        return super.handleMessage(message).cloneDeeply();
    }
}
