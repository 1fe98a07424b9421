import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds Guildhall when its sources have changed, and runs it.
 *
 * <p>{@code java Guildhall.java [--port NUMBER] [--data FOLDER] [--no-sample]}
 */
public final class Guildhall {

    private static final int JAVA = 17;
    private static final int NODE = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private static final Path ROOT = root();
    private static final Path PRODUCT = ROOT.resolve("standalone/target/guildhall");
    private static final Path LIBRARIES = PRODUCT.resolve("lib");
    private static final Path BUILT_FROM = PRODUCT.resolve("built-from");

    /** What a build does not depend on, or makes itself. */
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "dist", "data", "docs", "system-tests", "test", "test-results");

    private Guildhall() {}
}
