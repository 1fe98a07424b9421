package io.guildhall.gateway.problem;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure as RFC 9457 has it.
 *
 * @param slug stable name; the type is {@code /problems/<slug>}
 * @param detail tells the user what to do
 * @param retryAfter seconds after which another try makes sense, or null
 */
public record Problem(
        String slug,
        int status,
        String title,
        String detail,
        @Nullable Long retryAfter) {

    public Problem(String slug, int status, String title, String detail) {
        this(slug, status, title, detail, null);
    }

    public String type() {
        return "/problems/" + slug;
    }

    public static Problem notSignedIn() {
        return new Problem("not-signed-in", 401, "You are not signed in", "Sign in, or send a valid access token.");
    }

    public static Problem twoCredentials() {
        return new Problem(
                "two-credentials",
                400,
                "The request carries two credentials",
                "Send either the session cookie or one bearer token in Authorization, not both.");
    }

    public static Problem unreadableToken() {
        return new Problem(
                "unreadable-token", 400, "The token is not what belongs here", "Send a token of the kind asked for.");
    }

    public static Problem csrf() {
        return new Problem(
                "csrf-token-missing",
                403,
                "The request does not prove that it comes from the portal",
                "Reload the page and try again; send the value of the cookie __Host-XSRF-TOKEN in X-CSRF-TOKEN.");
    }

    public static Problem tooLarge(long limit) {
        return new Problem(
                "request-too-large",
                413,
                "The request is too large",
                "Send at most " + limit + " bytes here; split the content or leave out what is not needed.");
    }

    /** @param seconds the time that there was for it */
    public static Problem tooSlow(long seconds) {
        return new Problem(
                "request-too-slow",
                408,
                "The request came too slowly",
                "Nothing of it counted: send it whole within " + seconds + " s.");
    }

    public static Problem tooMany(long seconds) {
        return new Problem(
                "too-many-requests",
                429,
                "Too many requests",
                "Wait " + seconds + " s and try again; a script should slow down.",
                seconds);
    }

    public static Problem notFound() {
        return new Problem(
                "not-found", 404, "There is nothing here", "Check the address; the API's paths begin with /api/.");
    }

    public static Problem serviceUnavailable() {
        return new Problem(
                "service-unavailable",
                503,
                "A part of Guildhall cannot be reached",
                "Try again in a few seconds; tell your administrator if it lasts.",
                3L);
    }

    public static Problem serviceBrokeOff() {
        return new Problem(
                "service-broke-off",
                502,
                "A part of Guildhall broke off its answer",
                "Look whether your change was made before you try again.");
    }

    public static Problem serviceTimeout() {
        return new Problem(
                "service-timeout",
                504,
                "A part of Guildhall took too long to answer",
                "Look whether your change was made before you try again.");
    }

    public static Problem sessionStoreUnavailable() {
        return new Problem(
                "session-store-unavailable",
                503,
                "Sign-ins cannot be checked at the moment",
                "Try again in a few seconds; tell your administrator if it lasts.",
                3L);
    }

    public static Problem providerUnavailable() {
        return new Problem(
                "identity-provider-unavailable",
                503,
                "The identity provider does not answer",
                "Try again in a few seconds; tell your administrator if it lasts.",
                5L);
    }

    public static Problem unexpected() {
        return new Problem(
                "unexpected",
                500,
                "Something went wrong in the gateway",
                "Try again; tell your administrator the time if it happens again.");
    }
}
