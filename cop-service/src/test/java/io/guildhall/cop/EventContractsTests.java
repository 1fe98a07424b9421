package io.guildhall.cop;

import io.guildhall.cop.adoption.AdoptionExamples;
import io.guildhall.cop.adoption.Adoptions;
import io.guildhall.cop.changes.ChangeExamples;
import io.guildhall.cop.changes.ProposedChanges;
import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.CommunityExamples;
import io.guildhall.cop.communities.Memberships;
import io.guildhall.cop.findings.FindingExamples;
import io.guildhall.cop.findings.Waivers;
import io.guildhall.cop.gatherings.GatheringExamples;
import io.guildhall.cop.gatherings.Gatherings;
import io.guildhall.cop.ideas.IdeaExamples;
import io.guildhall.cop.ideas.Ideas;
import io.guildhall.cop.pages.PageExamples;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.trees.TreeExamples;
import io.guildhall.cop.trees.TreeRuns;
import io.guildhall.cop.trees.Trees;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.contract.EventContractChecks;
import java.util.List;
import java.util.stream.Stream;

/** The events of this service against their published contracts. */
class EventContractsTests extends EventContractChecks {

    @Override
    protected String prefix() {
        return "guildhall.cop.";
    }

    @Override
    protected List<AggregateType<?>> types() {
        return List.of(
                Communities.TYPE,
                Memberships.TYPE,
                Gatherings.TYPE,
                Pages.TYPE,
                Adoptions.TYPE,
                ProposedChanges.TYPE,
                Ideas.TYPE,
                Waivers.TYPE,
                Trees.TYPE,
                TreeRuns.TYPE);
    }

    @Override
    protected List<Change<?>> examples() {
        return Stream.of(
                        CommunityExamples.all(),
                        GatheringExamples.all(),
                        PageExamples.all(),
                        AdoptionExamples.all(),
                        ChangeExamples.all(),
                        IdeaExamples.all(),
                        FindingExamples.all(),
                        TreeExamples.all())
                .flatMap(List::stream)
                .toList();
    }
}
