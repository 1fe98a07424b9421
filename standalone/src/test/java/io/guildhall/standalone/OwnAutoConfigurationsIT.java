package io.guildhall.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportMessage;
import org.springframework.context.ConfigurableApplicationContext;

/** Compares how Spring configures each service in the one process with how it does so for the service's own jar. */
class OwnAutoConfigurationsIT {

    /** A service says this, and so does its web server, in other words. */
    private static final Pattern STARTED = Pattern.compile(": Started \\w+ in ");

    /** What a report names because its conditions match, or because it has none. */
    private static final Pattern MATCH = Pattern.compile(" {3}(\\S+) matched:| {4}(\\S+)");

    /** Nested ones that ask for a class themselves, which no filter is asked about; they change nothing here. */
    private static final Pattern OUT_OF_REACH = Pattern.compile(
            "(HealthContributorRegistryAutoConfiguration\\.Reactive|SpringDocConfiguration\\.SpringDocWebFlux"
                    + "|SpringDocSecurityConfiguration\\.SpringDocSecurityOAuth2).*");

    @Test
    void eachServiceIsConfiguredAsItIsAlone(@TempDir Path folder) throws Exception {
        Options options = new Options(FreePorts.consecutive(Ports.COUNT), folder, false, false, null);
        Progress progress = new Progress(System.out);
        SoftAssertions services = new SoftAssertions();
        try (Standalone standalone = Standalone.start(options, Map.of(), progress)) {
            for (Service service : Service.values()) {
                if (service.isProgramOfItsOwn()) {
                    ConfigurableApplicationContext context = standalone.context(service);
                    Set<String> alone = matchesAlone(service, context);
                    assertThat(alone).as("a report of " + service).hasSizeGreaterThan(50);
                    Set<String> here = matchesHere(context);
                    here.removeIf(OUT_OF_REACH.asMatchPredicate().and(name -> !alone.contains(name)));
                    services.assertThat(here).as(service.module()).isEqualTo(alone);
                }
            }
        }
        services.assertAll();
    }

    private static Set<String> matchesHere(ConfigurableApplicationContext context) {
        var report = ConditionEvaluationReport.get(context.getBeanFactory());
        return matches(new ConditionEvaluationReportMessage(report).toString().lines());
    }

    /** Starts the service's own jar on the same parts, as one more instance, until it has said how it is configured. */
    private static Set<String> matchesAlone(Service service, ConfigurableApplicationContext context)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar(service).toString()));
        Stream.of(context.getBean(ApplicationArguments.class).getSourceArgs())
                .filter(argument -> argument.matches("--(spring\\.mongodb|spring\\.kafka|management|guildhall)\\..*"))
                .filter(argument -> !argument.contains(OwnAutoConfigurations.SERVICE))
                .forEach(command::add);
        command.add("--server.port=0");
        command.add("--logging.level.org.springframework.boot.autoconfigure.logging=debug");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            return matches(
                    output.lines().takeWhile(line -> !STARTED.matcher(line).find()));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Set<String> matches(Stream<String> report) {
        Set<String> names = new TreeSet<>();
        report.map(MATCH::matcher)
                .filter(Matcher::matches)
                .forEach(match -> names.add(match.group(1) != null ? match.group(1) : match.group(2)));
        return names;
    }

    private static Path jar(Service service) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", service.module(), "target"), "*-boot.jar")) {
            return jars.iterator().next();
        }
    }
}
