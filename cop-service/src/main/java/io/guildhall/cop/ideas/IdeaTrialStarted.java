package io.guildhall.cop.ideas;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import java.util.List;

@EventType("guildhall.cop.idea-trial-started.v1")
@About("Teams try an idea.")
public record IdeaTrialStarted(
        @About("What it is called") String title,
        @About("Ids of the teams that try it") List<TeamId> teams,
        @About("How it will be known whether it helps") String measure,
        @About("The day the trial ends") LocalDate until)
        implements DomainEvent {}
