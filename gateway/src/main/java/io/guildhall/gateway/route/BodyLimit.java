package io.guildhall.gateway.route;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Refused;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** Limits request bodies by what they announce or, without that, by counting what passes. */
@Component
class BodyLimit {

    /** Nobody sends more there than the few words of RFC 8058, and nobody is known by a sign-in. */
    private static final long FEED_BODY = 4_096;

    private final long body;
    private final long importBody;

    BodyLimit(GatewayProperties properties) {
        this.body = properties.limits().body().toBytes();
        this.importBody = properties.limits().importBody().toBytes();
    }

    /** In bytes. */
    long of(ServerWebExchange exchange) {
        if (Services.isFeed(exchange)) {
            return FEED_BODY;
        }
        return Services.isUpload(exchange) ? importBody : body;
    }

    /** Whether the request announces more than it may send. */
    boolean isExceeded(ServerWebExchange exchange) {
        long announced = exchange.getRequest().getHeaders().getContentLength();
        return announced > FEED_BODY && announced > of(exchange);
    }

    Problem problem(ServerWebExchange exchange) {
        return Problem.tooLarge(of(exchange));
    }

    /** Counts the body of a request that does not announce its length. */
    ServerWebExchange guard(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().getFirst("Transfer-Encoding") == null) {
            return exchange;
        }
        return exchange.mutate().request(new Counted(request, of(exchange))).build();
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final long limit;

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                long[] seen = {0};
                return super.getBody().map(buffer -> {
                    seen[0] += buffer.readableByteCount();
                    if (seen[0] > limit) {
                        DataBufferUtils.release(buffer);
                        throw new Refused(Problem.tooLarge(limit));
                    }
                    return buffer;
                });
            });
        }
    }
}
