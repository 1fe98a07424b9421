package io.guildhall.feed.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests by TLS, to a server whose certificate is for {@code hooks.example}. */
class SenderTlsTests {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";
    private static final String PASSWORD = "changeit";

    private static final Addresses HERE = new Addresses(new OutgoingProperties(List.of("127.0.0.1/32"), false), host ->
            new InetAddress[] {InetAddress.getLoopbackAddress()});

    private static Path keys;
    private static HttpsServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        keys = folder.resolve("keys.p12");
        makeKeys();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @AfterEach
    void trustAsUsual() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
    }

    /** As an operator does. */
    private static void trustItsAuthority() {
        System.setProperty(TRUST_STORE, keys.toString());
        System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);
    }

    @Test
    void aCertificateOfAnAuthorityThatIsTrustedHereIsTaken() {
        trustItsAuthority();
        Attempt attempt = send("hooks.example");
        assertThat(attempt.failure()).isNull();
        assertThat(attempt.status()).isEqualTo(204);
    }

    @Test
    void aCertificateOfAnotherHostIsNot() {
        trustItsAuthority();
        assertThat(send("other.example").failure()).startsWith("There is no secure connection: ");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNot() {
        assertThat(send("hooks.example").failure()).startsWith("There is no secure connection: ");
    }

    private static Attempt send(String host) {
        try (Sender sender = new Sender(HERE)) {
            Request request = new Request(
                    "https://" + host + ":" + server.getAddress().getPort() + "/",
                    Instant.EPOCH,
                    Map.of(),
                    "application/json",
                    "{}",
                    Duration.ofSeconds(10),
                    UnaryOperator.identity());
            return sender.send(request).join().attempt();
        }
    }

    /** The JDK's own tool; it has no public class for it. */
    private static void makeKeys() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "SAN=dns:hooks.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
