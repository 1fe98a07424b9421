package io.guildhall.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.guildhall.gateway.GatewayProperties;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts what each caller asks for. Every instance counts for itself: the limits keep it alive, they meter nobody. */
@Component
class RateLimits {

    private final Buckets requests;
    private final Buckets signIns;
    private final Buckets refusals;

    RateLimits(GatewayProperties properties) {
        GatewayProperties.Limits limits = properties.limits();
        Bandwidth perCaller = limit(limits.burst(), limits.perSecond(), Duration.ofSeconds(1));
        this.requests = new Buckets(perCaller);
        this.refusals = new Buckets(perCaller);
        this.signIns = new Buckets(limit(limits.signInsPerMinute(), limits.signInsPerMinute(), Duration.ofMinutes(1)));
    }

    private static Bandwidth limit(int capacity, int tokens, Duration period) {
        return Bandwidth.builder()
                .capacity(capacity)
                .refillGreedy(tokens, period)
                .build();
    }

    /** Seconds to wait before this caller's next request, 0 when it may pass now. */
    long request(String caller) {
        return requests.take(caller);
    }

    long signIn(String address) {
        return signIns.take(address);
    }

    /** Counts a request without a good credential against where it came from. */
    void refused(String address) {
        refusals.bucket(address).tryConsume(1);
    }

    /** Seconds to wait for an address that has sent too many of them, else 0. */
    long untilHeard(String address) {
        return refusals.wait(address);
    }

    private static final class Buckets {

        private final Bandwidth limit;
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterAccess(Duration.ofMinutes(5))
                .build();

        Buckets(Bandwidth limit) {
            this.limit = limit;
        }

        Bucket bucket(String key) {
            return buckets.get(key, absent -> Bucket.builder().addLimit(limit).build());
        }

        long take(String key) {
            ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
        }

        long wait(String key) {
            Bucket bucket = buckets.getIfPresent(key);
            return bucket == null
                    ? 0
                    : seconds(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }

        private static long seconds(long nanos) {
            return nanos == 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        }
    }
}
