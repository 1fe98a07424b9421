package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.feature-described.v1")
@About("A feature has another key, title or visibility.")
public record FeatureDescribed(
        @About("What people call it in their tracker.") @Nullable
        String key,

        @About("Its title.") String title,
        @About("Who may see it.") Visibility visibility)
        implements DomainEvent {}
