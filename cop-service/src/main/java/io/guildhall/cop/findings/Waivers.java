package io.guildhall.cop.findings;

import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The waivers of communities; a waiver's id is that of its finding. */
@Component
public class Waivers {

    public static final AggregateType<Waiver> TYPE =
            AggregateType.of("waiver", "cop.community-waivers", "waivers", Waiver.class, List.of(FindingWaived.class));

    private final AggregateStore<Waiver> store;

    Waivers(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    Map<String, Waiver> of(Collection<String> findings) {
        return store.findAll(findings).stream().collect(Collectors.toMap(Stored::id, Stored::state));
    }

    /** Waives it, or waives it anew: with another reason, or for longer. */
    Stored<Waiver> put(String finding, CommandContext context, Change<Waiver> waived) {
        return store.createOrUpdate(finding, context, () -> waived, present -> waived);
    }
}
