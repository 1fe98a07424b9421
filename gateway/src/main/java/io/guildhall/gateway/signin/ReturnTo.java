package io.guildhall.gateway.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a sign-in leads back to: a page of this gateway and never another site. */
final class ReturnTo {

    private static final int LONGEST = 2_000;
    private static final String HOME = "/";

    private ReturnTo() {}

    /** The wanted path with its query and fragment when it is a local page, else the first page. */
    static String local(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !isLocalPath(wanted)) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            boolean local = uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawPath() != null;
            return local && isPage(uri.getRawPath()) ? uri.toASCIIString() : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }

    /** Browsers read a backslash as a slash and skip control characters, so both could hide a second slash. */
    private static boolean isLocalPath(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(c -> c == '\\' || c <= ' ' || c == 0x7f);
    }

    private static boolean isPage(String path) {
        return !path.contains("//") && !path.contains("/.") && !path.startsWith("/auth/") && !path.startsWith("/api/");
    }
}
