package io.guildhall.standalone;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends this process when the one that started it is gone, however that ended. */
final class Lifeline {

    private Lifeline() {}

    static void tieTo(@Nullable Long parent) {
        if (parent == null) {
            return;
        }
        Optional<ProcessHandle> starter = ProcessHandle.of(parent);
        Thread watch = new Thread(
                () -> {
                    starter.ifPresent(process -> process.onExit().join());
                    System.exit(0);
                },
                "lifeline");
        watch.setDaemon(true);
        watch.start();
    }
}
