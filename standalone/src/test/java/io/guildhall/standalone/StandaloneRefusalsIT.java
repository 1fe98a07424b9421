package io.guildhall.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the terminal reads when the product cannot start. */
class StandaloneRefusalsIT {

    @Test
    void saysWhatToDoAboutAPortInUse(@TempDir Path folder) throws Exception {
        int first = FreePorts.consecutive(Ports.COUNT);
        try (ServerSocket other = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("--port", "" + first, "--data", folder.toString()))
                    .isEqualTo("Port " + other.getLocalPort() + " is in use and Guildhall needs " + first + " to "
                            + (first + 9) + ": stop the program that uses it, or choose others with --port.");
        }
    }

    @Test
    void saysWhatToDoAboutAFolderInUse(@TempDir Path folder) throws Exception {
        try (DataFolder held = DataFolder.open(folder)) {
            assertThat(refusal("--data", folder.toString()))
                    .isEqualTo("The folder " + held.path()
                            + " is in use by another Guildhall: stop it, or choose another with --data.");
        }
    }

    @Test
    void saysWhichOptionsThereAre() throws Exception {
        assertThat(refusal("--prot", "9000"))
                .isEqualTo("Unknown option --prot: the options are --port NUMBER, --data FOLDER and --no-sample.");
    }

    /** All that a start says before it ends with exit code 1. */
    private static String refusal(String... options) throws Exception {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(options)).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return said.strip();
    }
}
