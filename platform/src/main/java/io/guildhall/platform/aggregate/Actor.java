package io.guildhall.platform.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * Who gives a command: a person whose sign-in is linked, a sign-in that nobody is linked to, or a service itself.
 *
 * @param person the id of the person, or null where the sign-in is not linked
 * @param issuer the issuer of the token
 * @param subject the subject of the token
 * @param administrator whether the configuration names this sign-in as an administrator
 */
public record Actor(@Nullable String person, String issuer, String subject, boolean administrator) {

    /** A service that reacts to an event or does what is due; it may do what its code does and asks nobody. */
    public static Actor service(String name) {
        return new Actor(null, "guildhall", name, false);
    }

    /** What is recorded as {@code by}: the person, or {@code issuer|subject} of whoever is not linked. */
    public String id() {
        return person != null ? person : issuer + "|" + subject;
    }

    /** Whether the organization, or the configuration, knows this sign-in at all. */
    public boolean known() {
        return person != null || administrator;
    }
}
