package io.guildhall.platform.aggregate;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.Relay;
import io.guildhall.platform.outbox.Topics;

/** Opens the store of a type of aggregate. */
public final class AggregateStores {

    private final MongoDatabase database;
    private final String service;
    private final Topics topics;
    private final EventContracts contracts;
    private final Relay relay;

    public AggregateStores(
            MongoDatabase database, String service, Topics topics, EventContracts contracts, Relay relay) {
        this.database = database;
        this.service = service;
        this.topics = topics;
        this.contracts = contracts;
        this.relay = relay;
    }

    /** Opens a store: its indexes are made, its topic is declared, its contracts are loaded. */
    public <S> AggregateStore<S> open(AggregateType<S> type) {
        String topic = topics.declare(type.topic(), type.compacted());
        return new AggregateStore<>(type, database, service, topic, contracts, relay);
    }
}
