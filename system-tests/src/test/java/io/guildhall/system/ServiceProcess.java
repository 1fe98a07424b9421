package io.guildhall.system;

import io.guildhall.platform.testing.RealParts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service as its own process, on the parts of these tests. */
public final class ServiceProcess {

    private ServiceProcess() {}

    /**
     * Starts the boot jar of a service; what it says is added to a file under {@code target}.
     *
     * @param settings like {@code --server.port=8082}; they stand instead of those of the parts
     */
    public static Process launch(String service, String installation, List<String> settings) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("../" + service + "/target"), "*-boot.jar")) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    jars.iterator().next().toString()));
            command.addAll(settings);
            for (String argument : RealParts.get().arguments(service, installation)) {
                String name = argument.substring(0, argument.indexOf('=') + 1);
                if (settings.stream().noneMatch(setting -> setting.startsWith(name))) {
                    command.add(argument);
                }
            }
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/" + service + ".log")))
                    .start();
        }
    }
}
