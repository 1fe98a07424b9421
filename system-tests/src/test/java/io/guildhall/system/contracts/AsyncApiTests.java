package io.guildhall.system.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Composes contracts/asyncapi.yaml from the schemas and examples of all events, and compares it with the published one;
 * {@code -Dcontracts.write=true} publishes. The validator of AsyncAPI reads it among the tests under {@code browser/}.
 */
class AsyncApiTests {

    private static final Path PUBLISHED = Path.of("../contracts/asyncapi.yaml");

    @Test
    void tellsOfEveryEvent() throws IOException {
        String composed = AsyncApiDocument.compose();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(PUBLISHED, composed);
        }
        assertThat(Files.exists(PUBLISHED) ? Files.readString(PUBLISHED).replace("\r\n", "\n") : "nothing published")
                .as("asyncapi.yaml is composed of the schemas and examples; write it with -Dcontracts.write=true")
                .isEqualTo(composed);
    }
}
