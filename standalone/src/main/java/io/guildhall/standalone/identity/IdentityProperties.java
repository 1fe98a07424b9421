package io.guildhall.standalone.identity;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the provider is and whom it serves.
 *
 * @param folder holds the secrets
 * @param url at which browsers and services reach the provider
 * @param portalUrl at which browsers reach the portal; people come back to it
 * @param sample whether the people of the sample are offered, or the administrator alone
 */
@ConfigurationProperties("guildhall.identity")
public record IdentityProperties(Path folder, URI url, URI portalUrl, boolean sample) {}
