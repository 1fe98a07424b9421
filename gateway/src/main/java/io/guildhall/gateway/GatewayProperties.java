package io.guildhall.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an installation sets for the gateway.
 *
 * @param database of the MongoDB server in which sessions are kept
 * @param publicUrl where browsers find the gateway: scheme, host and port, without a path
 * @param identity the OpenID Connect provider
 * @param services name in {@code /api/<name>/**} to the base address of the service
 * @param session how long a sign-in lasts
 * @param limits what one client may ask for
 * @param trustedProxies how many proxies stand before the gateway, each adding one {@code X-Forwarded-For} entry; used
 *     only to tell callers apart, and 0 believes nothing
 * @param portal where the built portal lies
 */
@ConfigurationProperties("guildhall")
public record GatewayProperties(
        String database,
        URI publicUrl,
        Identity identity,
        Map<String, URI> services,
        @DefaultValue Session session,
        @DefaultValue Limits limits,
        @DefaultValue("0") int trustedProxies,
        @DefaultValue("classpath:/static/") String portal) {

    /** Whether browsers reach the gateway over TLS, though a proxy may have ended it. */
    public boolean https() {
        return "https".equals(publicUrl.getScheme());
    }

    /** The public address without a slash at its end, to put a path behind. */
    public String origin() {
        String text = publicUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * The provider's endpoints are all explicit, so that the gateway starts before the provider does.
     *
     * @param endSessionUri where a browser is sent to sign out at the provider; empty when it has no such place
     * @param audience that an access token must be meant for
     * @param scopes asked for at sign-in
     * @param timeout of one call to the provider
     */
    public record Identity(
            String issuer,
            String jwkSetUri,
            String authorizationUri,
            String tokenUri,
            @DefaultValue("") String endSessionUri,
            String clientId,
            String clientSecret,
            @DefaultValue("guildhall") String audience,
            @DefaultValue({"openid", "profile"}) List<String> scopes,
            @DefaultValue("5s") Duration timeout) {}

    /**
     * How long a sign-in lasts.
     *
     * @param life the longest a session lasts, however busy it is
     * @param idle how long a session lasts without a request
     * @param cache how long this instance may answer from memory what it has read of a session: so late, at the most,
     *     does it notice a sign-out on another instance
     * @param streamCheck how often an open stream looks whether its session still lasts
     */
    public record Session(
            @DefaultValue("12h") Duration life,
            @DefaultValue("4h") Duration idle,
            @DefaultValue("1s") Duration cache,
            @DefaultValue("15s") Duration streamCheck) {}

    /**
     * What one client may ask for, counted by this instance alone.
     *
     * @param perSecond requests a session or an API client may make in the long run
     * @param burst requests it may make at once
     * @param signInsPerMinute started sign-ins for one address; people behind one office's address share it
     * @param body longest request body
     * @param bodyTime for a request body to come, but for an uploaded import
     * @param importBody longest body of an uploaded import
     */
    public record Limits(
            @DefaultValue("50") int perSecond,
            @DefaultValue("200") int burst,
            @DefaultValue("30") int signInsPerMinute,
            @DefaultValue("1MB") DataSize body,
            @DefaultValue("60s") Duration bodyTime,
            @DefaultValue("60MB") DataSize importBody) {}
}
