package io.guildhall.feed.outgoing;

import io.guildhall.platform.aggregate.Refusal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Where requests may go: nowhere inside the network that Guildhall runs in, unless the configuration allows it. An address
 * is asked for when it is set, and again for each connection, which goes to the very address that was looked at.
 */
@Component
public final class Addresses {

    private static final Logger log = LoggerFactory.getLogger(Addresses.class);

    public static final int LONGEST = 2_000;

    /** Whoever sets an address waits no longer for a name server. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_ASKERS = 8;

    /** What is not meant for the public, besides what Spring Boot knows; 2000::/3 is all of IPv6 that is. */
    private static final InetAddressFilter SPECIAL = InetAddressFilter.of(
            InetAddressFilter.internalAddresses(),
            InetAddressFilter.specialPurpose(),
            InetAddressFilter.multicast(),
            InetAddressFilter.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/4",
                    "2001:db8::/32",
                    "2001::/23",
                    "2002::/16",
                    "3fff::/20"));

    private static final InetAddressFilter PUBLIC_IPV6 = InetAddressFilter.of("2000::/3");

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final Pattern INSIDE = Pattern.compile("(.*\\.)?(localhost|local|internal|localdomain)");

    private final ExecutorService askers = askers();
    private final boolean plainHttp;
    private final Resolver resolver;
    private final Set<String> allowedNames = new HashSet<>();
    private final @Nullable InetAddressFilter allowedBlocks;

    /** What a name leads to. */
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Autowired
    Addresses(OutgoingProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    /** @param resolver asked for what a name leads to, each time it is connected to */
    public Addresses(OutgoingProperties properties, Resolver resolver) {
        this.plainHttp = properties.plainHttp();
        this.resolver = resolver;
        List<String> blocks =
                properties.allowed().stream().filter(Addresses::isBlock).toList();
        allowedBlocks = blocks.isEmpty() ? null : InetAddressFilter.of(blocks.toArray(String[]::new));
        properties.allowed().stream()
                .filter(entry -> !isBlock(entry))
                .forEach(name -> allowedNames.add(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isBlock(String entry) {
        return entry.contains("/") || entry.contains(":") || IPV4.matcher(entry).matches();
    }

    /**
     * The address of an endpoint as it may be set: its form, and where its host leads now if that is known within 2 s.
     *
     * @throws Refusal 422 that says what to give instead
     */
    public URI accept(String url) {
        URI uri = check(url);
        try {
            askers.submit(() -> resolve(host(uri))).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            log.debug("It may have a name tomorrow; each connection asks again", e);
        } catch (TimeoutException | RejectedExecutionException e) {
            log.debug("Each connection asks again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return uri;
    }

    private static ExecutorService askers() {
        return new ThreadPoolExecutor(0, MOST_ASKERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "outgoing-names");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The form of an address, without asking where it leads.
     *
     * @throws Refusal 422 that says what to give instead
     */
    URI check(String url) {
        URI uri = parse(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refusal("It takes https://.");
        }
        if (uri.getRawUserInfo() != null) {
            throw refusal("Leave user name and password out.");
        }
        if (uri.getRawFragment() != null) {
            throw refusal("Leave out what follows '#'; it is never sent.");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refusal("A port is 1 to 65535.");
        }
        String host = host(uri);
        if (!mayBeNamed(host)) {
            throw inside(host);
        }
        if (scheme.equals("http") && !plainHttp && !allowedNames.contains(host) && !isAllowed(literal(host))) {
            throw refusal("It takes https://, or nobody could tell who reads what is sent.");
        }
        return uri;
    }

    private static URI parse(String url) {
        if (url.length() > LONGEST) {
            throw refusal("It takes up to " + LONGEST + " characters.");
        }
        if (!VISIBLE_ASCII.matcher(url).matches()) {
            throw refusal("Give it in ASCII without spaces: percent-encoded, an international name as xn--.");
        }
        try {
            URI uri = new URI(url).parseServerAuthority();
            if (uri.getHost() == null) {
                throw refusal("It names no host; give one like https://example.com/hook.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw refusal("Give one like https://example.com/hook.");
        }
    }

    /** The host in lower case, an IPv6 address without its brackets. */
    static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private boolean mayBeNamed(String host) {
        InetAddress literal = literal(host);
        if (literal != null) {
            return mayBeReached(literal);
        }
        if (allowedNames.contains(host)) {
            return true;
        }
        return NAME.matcher(host).matches()
                && !NUMBER_LAST.matcher(host).matches()
                && !INSIDE.matcher(host).matches();
    }

    /** An address as it is usually written; other ways to write one lead nowhere. */
    private static @Nullable InetAddress literal(String host) {
        boolean six = host.contains(":") && !host.contains("%");
        if (!six && !IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private boolean mayBeReached(InetAddress address) {
        if (isAllowed(address)) {
            return true;
        }
        return !(address instanceof Inet6Address && !PUBLIC_IPV6.matches(address)) && !SPECIAL.matches(address);
    }

    private boolean isAllowed(@Nullable InetAddress address) {
        return address != null && allowedBlocks != null && allowedBlocks.matches(address);
    }

    /**
     * Where a host leads now; it may wait for a name server.
     *
     * @throws Refusal 422 when one of its addresses may not be reached
     */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress literal = literal(host);
        InetAddress[] found = literal == null ? resolver.resolve(host) : new InetAddress[] {literal};
        for (InetAddress address : found) {
            if (!allowedNames.contains(host) && !mayBeReached(address)) {
                throw inside(host);
            }
        }
        return found;
    }

    private static Refusal inside(String host) {
        return new Refusal(
                "forbidden-address",
                422,
                "This address may not be reached",
                "'" + host + "' is no public address. Give a public one, or ask whoever runs Guildhall to allow it"
                        + " (guildhall.outgoing.allowed).");
    }

    private static Refusal refusal(String what) {
        return new Refusal("bad-url", 422, "This is no address to send to", "'url' does not fit. " + what);
    }
}
