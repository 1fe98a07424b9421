package io.guildhall.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that cannot pick one themselves, each handed out once. They lie below those that operating systems
 * give to outgoing connections: such a connection, of the very program under test, may take a port between its being
 * found free and its being bound.
 */
public final class FreePorts {

    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 32_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST));

    private FreePorts() {}

    /** A port nobody listens on now. */
    public static int one() throws IOException {
        return consecutive(1);
    }

    /** The first of some consecutive ports nobody listens on now. */
    public static int consecutive(int count) throws IOException {
        for (int tried = FIRST; tried < AFTER_LAST; tried += count) {
            int first = NEXT.getAndUpdate(port -> port + 2 * count < AFTER_LAST ? port + count : FIRST);
            if (first + count <= AFTER_LAST && allFree(first, count)) {
                return first;
            }
        }
        throw new IOException("No " + count + " consecutive ports are free");
    }

    private static boolean allFree(int first, int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int port = first; port < first + count; port++) {
                held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            }
            return true;
        } catch (IOException busy) {
            return false;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
