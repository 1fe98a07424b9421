package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import org.jspecify.annotations.Nullable;

/** An end as it was worded when a run came to it. */
public record End(
        @About("Id of the end in its tree") NodeId node,
        @About("What to do") String outcome,
        @About("How to do it, as Markdown") @Nullable String advice) {}
