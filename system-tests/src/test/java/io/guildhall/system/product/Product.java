package io.guildhall.system.product;

import io.guildhall.platform.testing.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built product in a process of its own. */
final class Product implements AutoCloseable {

    private static final String LIBRARIES =
            Path.of("../standalone/target/guildhall/lib").toAbsolutePath().normalize() + "/*";

    private static final Path CLASSES = Path.of("../standalone/target/guildhall/classes.jsa")
            .toAbsolutePath()
            .normalize();

    static final String READY = "Guildhall is ready";

    private final int port;
    private final Path data;
    private final boolean sample;
    private final Map<String, String> environment;
    private List<String> said = List.of();
    private Process process;

    private Product(int port, Path data, boolean sample, String until, Map<String, String> environment)
            throws IOException {
        this.port = port;
        this.data = data;
        this.sample = sample;
        this.environment = environment;
        this.process = launch(until);
    }

    /** Starts it without the sample and waits until it says where to sign in. */
    static Product start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /** @param environment further settings, as an installation would give them */
    static Product start(Path data, Map<String, String> environment) throws IOException {
        return new Product(FreePorts.consecutive(10), data, false, READY, environment);
    }

    /** Starts it with the sample, and returns as soon as it says that. */
    static Product startFilling(Path data, String until) throws IOException {
        return startFilling(data, until, Map.of());
    }

    static Product startFilling(Path data, String until, Map<String, String> environment) throws IOException {
        return new Product(FreePorts.consecutive(10), data, true, until, environment);
    }

    /** What the last start has said. */
    List<String> said() {
        return said;
    }

    long pid() {
        return process.pid();
    }

    URI portal() {
        return URI.create("http://localhost:" + port);
    }

    URI provider() {
        return URI.create("http://localhost:" + (port + 1));
    }

    /** The embedded broker, as Kafka's clients name it. */
    String broker() {
        return "127.0.0.1:" + (port + 8);
    }

    /** SIGKILL, and a start on the same data. */
    void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch(READY);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private Process launch(String until) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Where the launcher has built it; a wrong or missing one changes nothing but the time.
                "-XX:SharedArchiveFile=" + CLASSES,
                "-cp",
                LIBRARIES,
                "io.guildhall.standalone.Standalone",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        if (!sample) {
            command.add("--no-sample");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process started = builder.start();
        BufferedReader output = started.inputReader();
        List<String> lines = new ArrayList<>();
        said = lines;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(until)) {
                Thread drain = new Thread(() -> drain(output), "product-output");
                drain.setDaemon(true);
                drain.start();
                return started;
            }
        }
        throw new IOException("The product ended before it said '" + until + "': " + String.join("\n", lines));
    }

    private static void drain(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException killed) {
            // Whoever kills the product closes what it says, too.
        }
    }
}
