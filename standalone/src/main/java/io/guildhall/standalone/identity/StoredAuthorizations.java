package io.guildhall.standalone.identity;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Sign-ins in the store, so that a session of the portal can be refreshed and ended after a restart.
 *
 * <p>They are found by the digest of a token. What an older version wrote and this one cannot read counts as gone: the
 * person signs in again. The tokens of scripts are not kept, nothing ever asks for them.
 */
@Component
class StoredAuthorizations implements OAuth2AuthorizationService {

    /** The claim that names the session at the provider. */
    static final String SESSION = "sid";

    private static final String ID_TOKENS = "idTokens";

    private static final Logger LOG = LoggerFactory.getLogger(StoredAuthorizations.class);

    private static final ObjectInputFilter KNOWN_CLASSES =
            ObjectInputFilter.Config.createFilter("maxdepth=40;java.**;org.springframework.security.**;!*");

    private static final List<Class<? extends AbstractOAuth2Token>> TOKENS =
            List.of(OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OAuth2RefreshToken.class);

    private final MongoCollection<Document> stored;

    StoredAuthorizations(MongoClient client, @Value("${guildhall.database}") String database) {
        this.stored = client.getDatabase(database).getCollection("authorizations");
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        stored.deleteMany(Filters.lt("expires", System.currentTimeMillis()));
        Document document = new Document("_id", authorization.getId())
                .append(
                        "tokens",
                        tokens(authorization).map(StoredAuthorizations::digest).toList())
                .append(ID_TOKENS, idTokens(authorization))
                .append(SESSION, session(authorization))
                .append("expires", expires(authorization).toEpochMilli())
                .append("authorization", new Binary(write(authorization)));
        stored.replaceOne(Filters.eq("_id", authorization.getId()), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.deleteOne(Filters.eq("_id", authorization.getId()));
    }

    /** Forgets every sign-in of one session at the provider. */
    void endSession(@Nullable String session) {
        if (session != null) {
            stored.deleteMany(Filters.eq(SESSION, session));
        }
    }

    /** Also those before a refresh: a portal may sign out with the first one it got. */
    private List<String> idTokens(OAuth2Authorization authorization) {
        Document before = stored.find(Filters.eq("_id", authorization.getId()))
                .projection(Projections.include(ID_TOKENS))
                .first();
        Set<String> digests = new LinkedHashSet<>();
        if (before != null) {
            digests.addAll(before.getList(ID_TOKENS, String.class));
        }
        OAuth2Authorization.Token<OidcIdToken> id = authorization.getToken(OidcIdToken.class);
        if (id != null) {
            digests.add(digest(id.getToken().getTokenValue()));
        }
        return List.copyOf(digests);
    }

    private static @Nullable String session(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OidcIdToken> id = authorization.getToken(OidcIdToken.class);
        return id == null ? null : id.getToken().getClaimAsString(SESSION);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return read(stored.find(Filters.eq("_id", id)).first());
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && type.getValue().equals(OidcParameterNames.ID_TOKEN)) {
            return read(stored.find(Filters.eq(ID_TOKENS, digest(token))).first());
        }
        OAuth2Authorization found =
                read(stored.find(Filters.eq("tokens", digest(token))).first());
        return found == null || type == null || isA(type, token, found) ? found : null;
    }

    /** A token is accepted only as what it was issued for. */
    private static boolean isA(OAuth2TokenType type, String token, OAuth2Authorization authorization) {
        OAuth2Authorization.Token<? extends AbstractOAuth2Token> issued = TOKENS.stream()
                .map(authorization::getToken)
                .filter(Objects::nonNull)
                .filter(candidate -> candidate.getToken().getTokenValue().equals(token))
                .findFirst()
                .orElse(null);
        return issued != null && name(issued.getToken()).equals(type.getValue());
    }

    private static String name(AbstractOAuth2Token token) {
        if (token instanceof OAuth2AuthorizationCode) {
            return "code";
        }
        return token instanceof OAuth2RefreshToken ? "refresh_token" : "access_token";
    }

    private static Stream<? extends AbstractOAuth2Token> tokensOf(OAuth2Authorization authorization) {
        return TOKENS.stream()
                .map(authorization::getToken)
                .filter(Objects::nonNull)
                .map(OAuth2Authorization.Token::getToken);
    }

    private static Stream<String> tokens(OAuth2Authorization authorization) {
        return tokensOf(authorization).map(AbstractOAuth2Token::getTokenValue);
    }

    private static Instant expires(OAuth2Authorization authorization) {
        return tokensOf(authorization)
                .map(AbstractOAuth2Token::getExpiresAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Instant.now().plus(Clients.LONGEST_SESSION));
    }

    private static byte[] write(OAuth2Authorization authorization) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(authorization);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static @Nullable OAuth2Authorization read(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        byte[] bytes = document.get("authorization", Binary.class).getData();
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN_CLASSES);
            return (OAuth2Authorization) in.readObject();
        } catch (IOException | ClassNotFoundException unreadable) {
            LOG.info("A sign-in of another version is forgotten: {}", unreadable.toString());
            return null;
        }
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
