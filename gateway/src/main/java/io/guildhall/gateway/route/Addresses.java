package io.guildhall.gateway.route;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells callers without a credential apart by where they come from. */
final class Addresses {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private final int trustedProxies;

    Addresses(int trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** The caller's address; an IPv6 caller is its network, because it has as many addresses as it likes. */
    String of(ServerHttpRequest request) {
        if (trustedProxies > 0) {
            List<String> hops = request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                    .flatMap(line -> Arrays.stream(line.split(",", -1)))
                    .map(String::strip)
                    .toList();
            if (hops.size() >= trustedProxies) {
                return hops.get(hops.size() - trustedProxies);
            }
        }
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote == null ? null : remote.getAddress();
        if (address == null) {
            return "unknown";
        }
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }
}
