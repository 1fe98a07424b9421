package io.guildhall.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which libraries a service has when it runs alone.
 *
 * <p>That is the class path index of the service's own executable jar, which the build puts beside this class.
 *
 * @param jars their file names
 */
record Libraries(String service, Set<String> jars) {

    private static final Pattern JAR_OR_MODULE = Pattern.compile(".*?([^/]+\\.jar)!?/.*|.*/([^/]+)/target/classes/.*");
    private static final Pattern NESTED = Pattern.compile("(\\.[A-Z]\\w*)[.$].*");
    private static final Pattern INDEX_LINE = Pattern.compile("- \"(?:BOOT-INF/lib/)?([^\"]+)\"");

    static Libraries of(String service) {
        String index = "jars/" + service + "/BOOT-INF/classpath.idx";
        try (InputStream in = Libraries.class.getResourceAsStream(index)) {
            if (in == null) {
                throw new IllegalStateException("The build did not put " + index + " beside this class");
            }
            return new Libraries(
                    service,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(INDEX_LINE::matcher)
                            .filter(Matcher::matches)
                            .map(line -> line.group(1))
                            .collect(Collectors.toSet()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a class is in this process, and would not be if the service ran alone. */
    boolean lack(String className) {
        String file = NESTED.matcher(className).replaceFirst("$1").replace('.', '/') + ".class";
        URL found = Libraries.class.getClassLoader().getResource(file);
        Matcher place = JAR_OR_MODULE.matcher(String.valueOf(found));
        // Neither of them are the classes of the JDK, and those that are nowhere.
        return place.matches() && !(place.group(1) != null ? hasJar(place.group(1)) : hasModule(place.group(2)));
    }

    private boolean hasJar(String jar) {
        return jars.contains(jar) || jar.startsWith(service + "-");
    }

    /** A module that was not packed yet stands for its jar. */
    private boolean hasModule(String module) {
        return module.equals(service) || jars.stream().anyMatch(jar -> jar.startsWith(module + "-"));
    }
}
