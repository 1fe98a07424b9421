package io.guildhall.feed.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail server that says to some commands what a test wants, and yes to all others. */
final class StubbornServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final Thread thread;
    private volatile @Nullable Socket talking;

    /** @param answers by the word that a command begins with; to one with an empty answer it says nothing at all */
    StubbornServer(Map<String, String> answers) throws IOException {
        this(0, answers);
    }

    StubbornServer(int port, Map<String, String> answers) throws IOException {
        this.socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        this.answers = answers;
        thread = new Thread(this::accept, "stubborn-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talking = client;
                if (!socket.isClosed()) {
                    talk(client);
                }
            } catch (IOException ended) {
                // The client is gone, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 here\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.split(" ", 2)[0];
            String answer = answers.getOrDefault(word, "250 yes");
            if (!answer.isEmpty()) {
                out.print(answer + "\r\n");
                out.flush();
            }
        }
    }

    /** The port is free when this returns: it stays taken as long as a thread still accepts on it. */
    @Override
    public void close() throws IOException {
        socket.close();
        Socket open = talking;
        if (open != null) {
            open.close();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
