package io.guildhall.system.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built product in a process of its own. */
final class Product implements AutoCloseable {

    private static final String LIBRARIES =
            Path.of("../standalone/target/guildhall/lib").toAbsolutePath().normalize() + "/*";

    private final int port;
    private final Path data;
    private Process process;

    private Product(int port, Path data, Process process) {
        this.port = port;
        this.data = data;
        this.process = process;
    }

    /** Starts it without the sample and waits until it says where to sign in. */
    static Product start(Path data) throws IOException {
        int port = freePorts();
        return new Product(port, data, launch(port, data));
    }

    URI portal() {
        return URI.create("http://localhost:" + port);
    }

    URI provider() {
        return URI.create("http://localhost:" + (port + 1));
    }

    /** SIGKILL, and a start on the same data. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch(port, data);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Process launch(int port, Path data) throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        LIBRARIES,
                        "io.guildhall.standalone.Standalone",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--no-sample")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = started.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Guildhall is ready")) {
                Thread drain = new Thread(() -> output.lines().forEach(rest -> {}), "product-output");
                drain.setDaemon(true);
                drain.start();
                return started;
            }
        }
        throw new IOException("The product ended before it was ready: " + String.join("\n", said));
    }

    /** The first of ten ports in a row that are free now. */
    private static int freePorts() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int first;
            try (ServerSocket socket = new ServerSocket(0)) {
                first = socket.getLocalPort();
            }
            if (first < 65_000 && allFree(first)) {
                return first;
            }
        }
        throw new IOException("There are no ten free ports in a row");
    }

    private static boolean allFree(int first) {
        for (int port = first; port < first + 10; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
