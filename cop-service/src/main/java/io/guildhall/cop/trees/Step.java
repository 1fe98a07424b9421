package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;

/** A question as it was asked and what was answered, both as they were worded then. */
public record Step(
        @About("Id of the question in its tree") NodeId node,
        @About("What was asked") String question,
        @About("What was answered") String answer) {}
