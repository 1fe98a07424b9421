package io.guildhall.cop.communities;

import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a community is found elsewhere, for example its chat channel or its mailing list.
 *
 * @param name what the link is called
 * @param address {@code http}, {@code https} or {@code mailto}
 */
public record Link(
        @About("What the link is called") String name,
        @About("Where it leads: http, https or mailto") String address) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int LONGEST = 1000;

    public Link {
        name = Wording.required("name", name, Wording.LINE);
        address = Wording.required("address", address, LONGEST);
        String scheme = scheme(address);
        if (scheme == null || !SCHEMES.contains(scheme)) {
            throw Refusal.invalid(
                            "link-malformed",
                            "Write the address as http://…, https://… or mailto:…, not '" + address + "'.")
                    .with("field", "links");
        }
    }

    private static @Nullable String scheme(String address) {
        try {
            String scheme = new URI(address).getScheme();
            return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
