package io.guildhall.cop.findings;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.finding-waived.v1")
@About("A rule does not apply in a community for a while.")
public record FindingWaived(
        @About("The rule, for example community-meets") String rule,
        @About("Id of the community") CommunityId community,
        @About("What the finding said") String text,
        @About("Why the rule does not apply") String reason,

        @About("The last day it holds; null for the whole period of the finding") @Nullable
        LocalDate until)
        implements DomainEvent {}
