package io.guildhall.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the terminal reads beside the progress. */
class LogIT {

    @Test
    void showsTheErrorsOfEveryServiceAndNothingElse(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogProgram.class.getName(),
                        "--no-sample",
                        "--port",
                        "" + FreePorts.consecutive(Ports.COUNT),
                        "--data",
                        folder.resolve("data").toString())
                .redirectError(log.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(log);
        assertThat(exit).as(String.join("\n", lines)).isZero();

        lines.replaceAll(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ", ""));
        // On a busy machine Kafka says that it is late.
        lines.removeIf(line -> line.contains(" o.a.k.") || line.contains(" k."));
        assertThat(lines)
                .containsExactly(
                        "ERROR guildhall         i.g.s.Standalone: Something went wrong",
                        "ERROR identity-provider i.g.s.i.IdentityProvider: Something went wrong",
                        "ERROR gateway           i.g.gateway.Gateway: Something went wrong",
                        "ERROR team-service      i.g.team.TeamService: Something went wrong",
                        "ERROR roadmap-service   i.g.r.RoadmapService: Something went wrong",
                        "ERROR cop-service       i.g.cop.CopService: Something went wrong",
                        "ERROR feed-service      i.g.feed.FeedService: Something went wrong",
                        "ERROR guildhall         tomcat: Something went wrong");
    }
}
