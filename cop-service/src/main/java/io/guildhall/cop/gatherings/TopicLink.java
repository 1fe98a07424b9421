package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;

/** Where a topic of an agenda leads. */
public record TopicLink(
        @About("The topic, as it stands on the agenda") String topic,
        @About("What it is about, as a path in the portal") String path) {}
