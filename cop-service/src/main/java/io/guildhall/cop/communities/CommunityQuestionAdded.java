package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-question-added.v1")
@About("The members of the community are asked one more coaching question of its own.")
public record CommunityQuestionAdded(@About("The question") CoachingQuestion question) implements DomainEvent {}
