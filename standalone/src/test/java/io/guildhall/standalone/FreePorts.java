package io.guildhall.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports for servers that cannot pick one themselves. */
public final class FreePorts {

    private FreePorts() {}

    /** A port nobody listens on now. */
    public static int one() throws IOException {
        return consecutive(1);
    }

    /** The first of some consecutive ports nobody listens on now. */
    public static int consecutive(int count) throws IOException {
        for (int first = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10; first < 60_000; first += 10) {
            if (allFree(first, count)) {
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
