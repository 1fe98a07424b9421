package io.guildhall.feed.outgoing;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests to addresses that somebody typed may go.
 *
 * @param allowed host names, addresses and blocks of addresses (CIDR) that may be reached though they lie inside, also
 *     without TLS
 * @param plainHttp whether any address may do without TLS
 */
@ConfigurationProperties("guildhall.outgoing")
public record OutgoingProperties(
        @DefaultValue List<String> allowed,
        @DefaultValue("false") boolean plainHttp) {

    public OutgoingProperties {
        allowed = List.copyOf(allowed);
    }
}
