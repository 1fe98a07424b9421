package io.guildhall.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product with its sample, used in a real browser by the tests under {@code browser/}. */
class BrowserIT {

    private static Product product;
    private static MailDrop mail;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        // The receivers of webhooks and of a chat among these tests are on this machine.
        Map<String, String> environment =
                new HashMap<>(Map.of("GUILDHALL_OUTGOING_ALLOWED", "127.0.0.1/32", "GUILDHALL_CHAT_QUIET", "2s"));
        mail = new MailDrop();
        environment.putAll(mail.environment());
        product = Product.startFilling(data, Product.READY, environment);
    }

    @AfterAll
    static void stop() {
        product.close();
        mail.close();
    }

    @Test
    void peopleDoWhatTheyCameFor() throws Exception {
        List<String> said = new ArrayList<>();
        assertThat(npm(said, "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .isZero();
        said.clear();
        assertThat(npm(said, "test"))
                .as(() -> "the browser's tests; what failed is in target/browser:\n" + summary(said))
                .isZero();
    }

    /** Which of them failed; Playwright says so at its end. */
    private static String summary(List<String> said) {
        return String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size()));
    }

    private static int npm(List<String> said, String... arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>(windows ? List.of("cmd", "/c", "npm") : List.of("npm"));
        command.addAll(List.of(arguments));
        ProcessBuilder npm = new ProcessBuilder(command)
                .directory(Path.of("browser").toFile())
                .redirectErrorStream(true);
        npm.environment().put("GUILDHALL_URL", product.portal().toString());
        npm.environment().put("KAFKA", product.broker());
        npm.environment().put("GUILDHALL_MAIL", mail.address());
        Process started = npm.start();
        started.inputReader().lines().peek(said::add).forEach(System.out::println);
        return started.waitFor();
    }
}
