import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Builds Guildhall when its sources have changed, and runs it.
 *
 * <p>{@code java Guildhall.java [--port NUMBER] [--data FOLDER] [--no-sample]}
 */
public final class Guildhall {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path PRODUCT = ROOT.resolve("standalone/target/guildhall");
    private static final Path BUILT = PRODUCT.resolve("built");
    private static final Path CLASSES = PRODUCT.resolve("classes.jsa");
    private static final List<String> SOURCES = List.of(
            "pom.xml", "platform", "team-service", "roadmap-service", "cop-service", "feed-service", "gateway", "standalone", "contracts");
    private static final List<String> NOT_SOURCES = List.of("target", "node_modules", "dist", "test");

    private Guildhall() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (Runtime.version().feature() < 17) {
            stop("Guildhall needs Java 17 or newer, and this is " + Runtime.version() + ": install a newer JDK.");
        }
        if (!Files.exists(ROOT.resolve("mvnw"))) {
            stop("Start this in the folder that holds Guildhall.java.");
        }
        if (!Files.exists(BUILT) || newestSource() > Files.getLastModifiedTime(BUILT).toMillis()) {
            build();
        }
        System.exit(run(args));
    }

    private static void build() throws IOException, InterruptedException {
        requireNode();
        System.out.println("Building Guildhall; the first time this takes some minutes ...");
        List<String> maven = new ArrayList<>(WINDOWS ? List.of("cmd", "/c", "mvnw.cmd") : List.of("./mvnw"));
        maven.addAll(List.of("-q", "-B", "package", "-DskipTests", "-Dspotless.check.skip", "-pl", "standalone", "-am"));
        int exit = new ProcessBuilder(maven).directory(ROOT.toFile()).inheritIO().start().waitFor();
        if (exit != 0) {
            stop("The build failed; the lines above say why.");
        }
        rehearse();
        Files.writeString(BUILT, "");
    }

    /** A start in a folder of its own writes down the classes it loads, which halves the work of all later starts. */
    private static void rehearse() throws IOException, InterruptedException {
        Files.deleteIfExists(CLASSES);
        Path folder = Files.createTempDirectory("guildhall");
        List<String> command = command("-XX:ArchiveClassesAtExit=" + CLASSES);
        command.addAll(List.of("--rehearse", "--no-sample", "--data", folder.toString(), "--port", anyPort()));
        // Without it the product starts as well, only later.
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** The first of ten where, most likely, nobody listens; a start on others only leaves no classes behind. */
    private static String anyPort() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(15_000, 32_000));
    }

    private static void requireNode() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            String version = new String(node.getInputStream().readAllBytes()).strip();
            node.waitFor();
            if (Integer.parseInt(version.replaceAll("^v([0-9]+).*", "$1")) < 20) {
                stop("Guildhall needs Node 20 or newer, and this is " + version + ": install a newer one.");
            }
        } catch (IOException | NumberFormatException e) {
            stop("Guildhall needs Node 20 or newer to build its portal: install it, so that 'node' is found.");
        }
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        List<String> command = command(Files.exists(CLASSES) ? "-XX:SharedArchiveFile=" + CLASSES : "-Xshare:auto");
        command.addAll(Arrays.asList(args));
        Process product = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            product.destroy();
            product.onExit().join();
        }));
        return product.waitFor();
    }

    private static List<String> command(String option) {
        String java = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java").toString();
        return new ArrayList<>(List.of(
                java,
                option,
                "-XX:TieredStopAtLevel=1",
                // All services are one program here: the 48 MB that go with the line above run full.
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                PRODUCT.resolve("lib") + File.separator + "*",
                "io.guildhall.standalone.Standalone",
                "--parent",
                Long.toString(ProcessHandle.current().pid())));
    }

    private static long newestSource() throws IOException {
        long newest = 0;
        for (String source : SOURCES) {
            Path start = ROOT.resolve(source);
            try (Stream<Path> files = Files.exists(start) ? Files.walk(start) : Stream.empty()) {
                newest = Math.max(newest, files.filter(file -> !left(file))
                        .filter(Files::isRegularFile)
                        .mapToLong(Guildhall::modified)
                        .max()
                        .orElse(0));
            }
        }
        return newest;
    }

    private static boolean left(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_SOURCES.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
