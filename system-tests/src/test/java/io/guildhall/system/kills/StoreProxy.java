package io.guildhall.system.kills;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a process and its store, reads every command on its way there, and stops the process at one of them. It
 * understands OP_MSG just enough for that.
 */
final class StoreProxy implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final InetSocketAddress store;
    private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();

    /** @param command what is waited for; {@code kill} runs before that command reaches the store */
    private record Trap(Predicate<Command> command, Runnable kill) {}

    /** A command as the store would see it. */
    record Command(String name, String collection, String text) {

        boolean writes(String where) {
            return collection.equals(where) && (name.equals("insert") || name.equals("update")) && !clears();
        }

        /** Takes sent events out of their document. */
        boolean clears() {
            return name.equals("update") && text.contains("$pull");
        }

        /** Reads what is to be sent. */
        boolean readsPending(String where) {
            return name.equals("find")
                    && collection.equals(where)
                    && text.replace(" ", "").contains("\"projection\":{\"pending\":1");
        }
    }

    StoreProxy(String storeUri) throws IOException {
        URI uri = URI.create(storeUri);
        store = new InetSocketAddress(uri.getHost(), uri.getPort());
        Thread thread = new Thread(this::accept, "store-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    String uri() {
        return "mongodb://localhost:" + server.getLocalPort()
                + "/?serverSelectionTimeoutMS=5000&connectTimeoutMS=2000&socketTimeoutMS=10000";
    }

    /** The next command that fits is the last thing the process does. */
    void killAt(Predicate<Command> command, Runnable kill) {
        trap.set(new Trap(command, kill));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket();
                upstream.connect(store);
                thread(() -> commands(client, upstream));
                thread(() -> replies(upstream, client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "store-proxy-connection");
        thread.setDaemon(true);
        thread.start();
    }

    private void commands(Socket client, Socket upstream) {
        try (client;
                upstream) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = upstream.getOutputStream();
            while (true) {
                byte[] message = message(in);
                Command command = command(message);
                Trap set = trap.get();
                if (set != null && command != null && set.command.test(command) && trap.compareAndSet(set, null)) {
                    set.kill.run();
                    return;
                }
                out.write(message);
            }
        } catch (IOException e) {
            // one of both is gone
        }
    }

    private static void replies(Socket upstream, Socket client) {
        try {
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one of both is gone
        }
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] length = in.readNBytes(4);
        if (length.length < 4) {
            throw new EOFException();
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[size];
        System.arraycopy(length, 0, message, 0, 4);
        in.readFully(message, 4, size - 4);
        return message;
    }

    private static @Nullable Command command(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getInt(12) != OP_MSG) {
            return null;
        }
        buffer.position(HEADER + 4);
        StringBuilder text = new StringBuilder();
        String name = "";
        String collection = "";
        while (buffer.hasRemaining()) {
            if (buffer.get() == 0) {
                RawBsonDocument body = document(message, buffer);
                name = body.getFirstKey();
                collection = java.util.Objects.requireNonNull(body.get(name)).isString()
                        ? body.getString(name).getValue()
                        : "";
                text.append(body.toJson());
            } else {
                int end = buffer.position() + buffer.getInt(buffer.position());
                buffer.position(buffer.position() + 4);
                while (buffer.get() != 0) {
                    // the name of the sequence
                }
                while (buffer.position() < end) {
                    text.append(document(message, buffer).toJson());
                }
            }
        }
        return new Command(name, collection, text.toString());
    }

    private static RawBsonDocument document(byte[] message, ByteBuffer buffer) {
        int start = buffer.position();
        int size = buffer.getInt(start);
        buffer.position(start + size);
        return new RawBsonDocument(message, start, size);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
