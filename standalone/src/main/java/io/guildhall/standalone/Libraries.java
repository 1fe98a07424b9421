package io.guildhall.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which auto-configurations come from which library, and which libraries a service has when it runs alone.
 *
 * <p>The latter is the class path index of the service's own executable jar, which the build puts beside this class.
 */
final class Libraries {

    private static final String IMPORTS =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    private static final Pattern JAR = Pattern.compile(".*?([^/]+\\.jar)!?/.*");
    private static final Pattern MODULE_FOLDER = Pattern.compile(".*/([^/]+)/target/classes/.*");
    private static final Pattern INDEX_LINE = Pattern.compile("- \"(?:BOOT-INF/lib/)?([^\"]+)\"");

    private final Map<String, Set<String>> autoConfigurations;

    private Libraries(Map<String, Set<String>> autoConfigurations) {
        this.autoConfigurations = autoConfigurations;
    }

    private static final class Loaded {
        private static final Libraries ONCE = load();
    }

    static Libraries onClassPath() {
        return Loaded.ONCE;
    }

    private static Libraries load() {
        Map<String, Set<String>> found = new TreeMap<>();
        try {
            List<URL> all = Collections.list(Libraries.class.getClassLoader().getResources(IMPORTS));
            for (URL imports : all) {
                found.computeIfAbsent(library(imports), name -> new HashSet<>()).addAll(names(imports));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Libraries(found);
    }

    /** Names that only libraries of other services list. */
    Set<String> autoConfigurationsForeignTo(String service) {
        Set<String> jars = jarsOf(service);
        Set<String> own = new HashSet<>();
        Set<String> foreign = new HashSet<>();
        autoConfigurations.forEach((library, names) -> (isIn(jars, library) ? own : foreign).addAll(names));
        foreign.removeAll(own);
        return foreign;
    }

    /** A module that was not packed yet stands for its jar. */
    private static boolean isIn(Set<String> jars, String library) {
        return library.endsWith(".jar")
                ? jars.contains(library)
                : jars.stream().anyMatch(jar -> jar.startsWith(library + "-"));
    }

    /** File names of the libraries that the service has when it runs alone. */
    static Set<String> jarsOf(String service) {
        String index = "jars/" + service + "/BOOT-INF/classpath.idx";
        try (InputStream in = Libraries.class.getResourceAsStream(index)) {
            if (in == null) {
                throw new IllegalStateException("The build did not put " + index + " beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(INDEX_LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String library(URL imports) {
        for (Pattern pattern : List.of(JAR, MODULE_FOLDER)) {
            Matcher matcher = pattern.matcher(imports.toString());
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return imports.toString();
    }

    private static Set<String> names(URL imports) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(imports.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceAll("#.*", "").trim())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
