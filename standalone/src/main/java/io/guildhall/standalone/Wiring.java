package io.guildhall.standalone;

import io.guildhall.standalone.identity.IdentitySecrets;
import io.guildhall.standalone.identity.Persona;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which service is told what about the others: all that binds them together is written here. */
final class Wiring {

    private static final String LOOPBACK = "127.0.0.1";

    private final Ports ports;
    private final DataFolder data;
    private final Parts parts;
    private final boolean sample;

    Wiring(Ports ports, DataFolder data, Parts parts, boolean sample) {
        this.ports = ports;
        this.data = data;
        this.parts = parts;
        this.sample = sample;
    }

    Map<String, String> of(Service service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.address", LOOPBACK);
        properties.put("server.port", String.valueOf(port(service)));
        store(properties);
        switch (service) {
            case IDENTITY -> identity(properties);
            case GATEWAY -> gateway(properties);
            case TEAM, ROADMAP, COP -> service(properties);
            case FEED -> feed(properties);
        }
        return properties;
    }

    int port(Service service) {
        return switch (service) {
            case IDENTITY -> ports.identity();
            case GATEWAY -> ports.gateway();
            case TEAM -> ports.team();
            case ROADMAP -> ports.roadmap();
            case COP -> ports.cop();
            case FEED -> ports.feed();
        };
    }

    private void store(Map<String, String> properties) {
        if (parts.storeUri() != null) {
            properties.put("spring.mongodb.uri", parts.storeUri());
            // It asks in words that the embedded store does not know, which is here as long as this process is.
            properties.put("management.health.mongodb.enabled", "false");
        }
    }

    private void identity(Map<String, String> properties) {
        properties.put("guildhall.identity.folder", data.identity().toString());
        properties.put("guildhall.identity.url", provider());
        properties.put("guildhall.identity.portal-url", local(ports.gateway()));
        properties.put("guildhall.identity.sample", String.valueOf(sample));
    }

    private void service(Map<String, String> properties) {
        if (parts.bootstrapServers() != null) {
            properties.put("spring.kafka.bootstrap-servers", parts.bootstrapServers());
            properties.put("guildhall.topic-replicas", "1");
        }
        IdentitySecrets identity = parts.identity();
        if (identity != null) {
            tokens(properties, identity);
            properties.put("guildhall.administrators", identity.issuer() + "|" + Persona.ADMIN.subject());
        }
    }

    private void feed(Map<String, String> properties) {
        service(properties);
        properties.put("guildhall.public-url", local(ports.gateway()));
    }

    private void gateway(Map<String, String> properties) {
        properties.put("guildhall.public-url", local(ports.gateway()));
        properties.put("guildhall.services.team", local(ports.team()));
        properties.put("guildhall.services.roadmap", local(ports.roadmap()));
        properties.put("guildhall.services.cop", local(ports.cop()));
        properties.put("guildhall.services.feed", local(ports.feed()));
        IdentitySecrets identity = parts.identity();
        if (identity != null) {
            tokens(properties, identity);
            properties.put("guildhall.identity.authorization-uri", provider() + "/oauth2/authorize");
            properties.put("guildhall.identity.token-uri", provider() + "/oauth2/token");
            properties.put("guildhall.identity.end-session-uri", provider() + "/connect/logout");
            properties.put("guildhall.identity.client-id", "guildhall-portal");
            properties.put("guildhall.identity.client-secret", identity.portalSecret());
        }
    }

    private void tokens(Map<String, String> properties, IdentitySecrets identity) {
        properties.put("guildhall.identity.issuer", identity.issuer());
        properties.put("guildhall.identity.jwk-set-uri", provider() + "/oauth2/jwks");
    }

    private String provider() {
        return local(ports.identity());
    }

    private static String local(int port) {
        return Ports.localhost(port).toString();
    }
}
