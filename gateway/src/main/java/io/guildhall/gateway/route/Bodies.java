package io.guildhall.gateway.route;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.problem.Problem;
import io.guildhall.gateway.problem.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes request bodies on: a file as it comes, anything else once it is whole. A service keeps a thread busy for each body
 * that it reads; here one that comes slowly takes no more than its own bytes. Of either a caller has only so many under way.
 */
@Component
class Bodies {

    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_FILES_AT_ONCE = 2;

    private final BodyLimit limit;
    private final Duration time;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    Bodies(BodyLimit limit, GatewayProperties properties) {
        this.limit = limit;
        this.time = properties.limits().bodyTime();
    }

    /** @param caller tells callers apart */
    Mono<Void> pass(ServerWebExchange exchange, String caller, Function<ServerWebExchange, Mono<Void>> on) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null) {
            return on.apply(exchange);
        }
        return Services.isUpload(exchange)
                ? within("files of " + caller, MOST_FILES_AT_ONCE, on.apply(limit.guard(exchange)))
                : within("bodies of " + caller, MOST_AT_ONCE, whole(exchange)).flatMap(on);
    }

    private <T> Mono<T> within(String whose, int most, Mono<T> body) {
        return Mono.defer(() -> {
            if (underWay.merge(whose, 1, Integer::sum) > most) {
                leave(whose);
                return Mono.error(new Refused(Problem.tooMany(1)));
            }
            return body.doFinally(end -> leave(whose));
        });
    }

    private void leave(String whose) {
        underWay.computeIfPresent(whose, (key, number) -> number == 1 ? null : number - 1);
    }

    private Mono<ServerWebExchange> whole(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        long most = limit.of(exchange);
        return DataBufferUtils.join(request.getBody(), (int) most)
                .timeout(time)
                .onErrorMap(DataBufferLimitException.class, e -> new Refused(Problem.tooLarge(most)))
                .onErrorMap(TimeoutException.class, e -> new Refused(Problem.tooSlow(time.toSeconds())))
                .map(Bodies::bytes)
                .defaultIfEmpty(new byte[0])
                .map(bytes ->
                        exchange.mutate().request(new Whole(request, bytes)).build());
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private static final class Whole extends ServerHttpRequestDecorator {

        private final byte[] body;

        Whole(ServerHttpRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
        }
    }
}
