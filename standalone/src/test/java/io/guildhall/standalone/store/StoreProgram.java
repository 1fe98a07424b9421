package io.guildhall.standalone.store;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The store alone in a process that tests may kill. */
final class StoreProgram {

    private StoreProgram() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.start(Path.of(args[0]), 0, failure -> System.exit(3));
        System.out.println("port " + store.port());
        new CountDownLatch(1).await();
    }
}
