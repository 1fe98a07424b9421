package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-question-removed.v1")
@About("A coaching question of the community is asked no more.")
public record CommunityQuestionRemoved(
        @About("The question") CoachingQuestion question) implements DomainEvent {}
