package io.guildhall.cop;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.CommunityExamples;
import io.guildhall.cop.communities.Memberships;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.contract.EventContractChecks;
import java.util.List;

/** The events of this service against their published contracts. */
class EventContractsTests extends EventContractChecks {

    @Override
    protected String prefix() {
        return "guildhall.cop.";
    }

    @Override
    protected List<AggregateType<?>> types() {
        return List.of(Communities.TYPE, Memberships.TYPE);
    }

    @Override
    protected List<Change<?>> examples() {
        return CommunityExamples.all();
    }
}
