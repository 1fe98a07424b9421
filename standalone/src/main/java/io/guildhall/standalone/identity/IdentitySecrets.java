package io.guildhall.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider must know again after a restart, so that nobody is signed out by it.
 *
 * @param issuer that of the first start: people are linked to it, so it stays when the port changes
 * @param portalSecret of the client {@code guildhall-portal}
 * @param scriptSecret of the client {@code guildhall-script}
 * @param signingKey signs every token
 */
public record IdentitySecrets(String issuer, String portalSecret, String scriptSecret, RSAKey signingKey) {

    private static final int KEY_BITS = 2048;
    private static final int SECRET_BYTES = 24;
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the secrets kept in the folder, or makes them there. */
    public static IdentitySecrets in(Path folder, String issuerIfNew) {
        Path file = folder.resolve("identity.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file, create(issuerIfNew));
            }
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException | ParseException failure) {
            throw new IllegalStateException("Cannot use the signing key in " + file, failure);
        }
    }

    private static IdentitySecrets create(String issuer) throws JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        return new IdentitySecrets(issuer, secret(), secret(), key);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static IdentitySecrets read(Path file) throws IOException, ParseException {
        JsonNode json = JSON.readTree(Files.readAllBytes(file));
        return new IdentitySecrets(
                json.get("issuer").asString(),
                json.get("portalSecret").asString(),
                json.get("scriptSecret").asString(),
                RSAKey.parse(json.get("signingKey").toString()));
    }

    private static void write(Path file, IdentitySecrets secrets) throws IOException {
        byte[] json = JSON.writeValueAsBytes(Map.of(
                "issuer", secrets.issuer(),
                "portalSecret", secrets.portalSecret(),
                "scriptSecret", secrets.scriptSecret(),
                "signingKey", secrets.signingKey().toJSONObject()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly());
        Files.write(unfinished, json);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
