package io.guildhall.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.standalone.identity.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFillTests {

    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final Product PRODUCT = new Product(NOWHERE, new SignIn(NOWHERE));

    private Path data;

    @BeforeEach
    void choose(@TempDir Path folder) {
        data = folder;
    }

    @Test
    void fillsUntilItIsCompleteAndNeverAgain() throws IOException, InterruptedException {
        FirstFill.in(data, true).run((product, say) -> false, PRODUCT, line -> {});
        assertThat(FirstFill.in(data, true).isDue()).isTrue();

        FirstFill.in(data, true).run((product, say) -> true, PRODUCT, line -> {});
        assertThat(FirstFill.in(data, true).isDue()).isFalse();
    }

    @Test
    void whoBeganWithoutTheSampleNeverFindsItLater() {
        assertThat(FirstFill.in(data, false).isDue()).isFalse();
        assertThat(FirstFill.in(data, true).isDue()).isFalse();
    }

    @Test
    void whoDoesNotWantItAfterAStartThatFailedIsHeard() {
        assertThat(FirstFill.in(data, true).isDue()).isTrue();
        assertThat(FirstFill.in(data, false).isDue()).isFalse();
    }
}
