package io.guildhall.standalone.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker alone in a process that tests may kill. */
final class BrokerProgram {

    private BrokerProgram() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedBroker broker =
                EmbeddedBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.println("ready " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
