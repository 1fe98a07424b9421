package io.guildhall.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Which part listens where, all on the loopback interface, counted from the port of the portal. */
record Ports(int gateway) {

    static final int COUNT = 10;

    private static final int CONNECT_MILLIS = 200;

    int identity() {
        return gateway + 1;
    }

    int team() {
        return gateway + 2;
    }

    int roadmap() {
        return gateway + 3;
    }

    int feed() {
        return gateway + 4;
    }

    int cop() {
        return gateway + 5;
    }

    int store() {
        return gateway + 7;
    }

    int broker() {
        return gateway + 8;
    }

    int brokerController() {
        return gateway + 9;
    }

    static URI localhost(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** @throws CannotStart when somebody else listens on one of ours */
    void requireFree() {
        for (int port :
                List.of(gateway, identity(), team(), roadmap(), feed(), cop(), store(), broker(), brokerController())) {
            if (!isFree(port)) {
                throw new CannotStart("Port " + port + " is in use and Guildhall needs " + gateway + " to "
                        + (gateway + COUNT - 1) + ": stop the program that uses it, or choose others with --port.");
            }
        }
    }

    /** Asks first: on some systems one may bind an address although another program serves the port on all of them. */
    private static boolean isFree(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback, port), CONNECT_MILLIS);
            return false;
        } catch (IOException nobodyAnswers) {
            return isBindable(port, loopback);
        }
    }

    private static boolean isBindable(int port, InetAddress address) {
        try (ServerSocket probe = new ServerSocket(port, 1, address)) {
            return probe.isBound();
        } catch (IOException busy) {
            return false;
        }
    }
}
