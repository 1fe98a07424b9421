package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.util.List;

@EventType("guildhall.cop.gathering-prepared.v1")
@About("The agenda of a gathering is another one.")
public record GatheringPrepared(
        @About("What is to be talked about, in order") List<String> agenda) implements DomainEvent {}
