package io.guildhall.standalone.sample;

import io.guildhall.standalone.identity.SignIn;
import java.net.URI;

/**
 * Where the running product is reached.
 *
 * @param portal the gateway; its {@code /api} takes bearer tokens
 * @param signIn gives the access token of a persona
 */
public record Product(URI portal, SignIn signIn) {}
