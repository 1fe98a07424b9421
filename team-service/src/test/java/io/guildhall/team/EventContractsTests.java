package io.guildhall.team;

import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.contract.EventContractChecks;
import io.guildhall.team.dependencies.Dependencies;
import io.guildhall.team.dependencies.DependencyExamples;
import io.guildhall.team.impediments.ImpedimentExamples;
import io.guildhall.team.impediments.Impediments;
import io.guildhall.team.organization.OrganizationExamples;
import io.guildhall.team.organization.People;
import io.guildhall.team.organization.Units;
import io.guildhall.team.organization.Waivers;
import java.util.ArrayList;
import java.util.List;

/** The events of this service against their published contracts. */
class EventContractsTests extends EventContractChecks {

    @Override
    protected String prefix() {
        return "guildhall.team.";
    }

    @Override
    protected List<AggregateType<?>> types() {
        return List.of(Impediments.TYPE, Units.TYPE, People.TYPE, Waivers.TYPE, Dependencies.TYPE);
    }

    @Override
    protected List<Change<?>> examples() {
        List<Change<?>> all = new ArrayList<>(ImpedimentExamples.all());
        all.addAll(OrganizationExamples.all());
        all.addAll(DependencyExamples.all());
        return all;
    }
}
