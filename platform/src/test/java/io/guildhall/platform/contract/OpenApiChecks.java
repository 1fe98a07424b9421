package io.guildhall.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares the API that a running service describes with the published one; {@code -Dcontracts.write=true} publishes. */
public final class OpenApiChecks {

    private OpenApiChecks() {}

    /** @param name of the file under {@code contracts/openapi}, without its ending */
    public static void matchesPublished(RunningService service, String name) {
        Path file = Path.of("../contracts/openapi", name + ".yaml");
        String described = service.get("admin", "/v3/api-docs.yaml").body().replace("\r\n", "\n");
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, described);
            }
            // Two handlers of one name are told apart by numbers, which change when a third one comes.
            assertThat(described).doesNotContainPattern("operationId: \\w+_\\d+\\R");
            assertThat(described)
                    .as("the API differs from " + file + "; publish it with -Dcontracts.write=true")
                    .isEqualTo(Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "nothing published");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
