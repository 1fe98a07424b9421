package io.guildhall.roadmap.goal.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.roadmap.goal.ProductGoal;
import io.guildhall.roadmap.goal.ProductGoals;
import io.guildhall.roadmap.goal.SetProductGoal;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The goal of the product over HTTP; before the first one is set it has version 0 and no text. */
@RestController
@RequestMapping("/api/roadmap/product-goal")
class ProductGoalController {

    private final ProductGoals goals;
    private final SetProductGoal set;
    private final Access access;
    private final Organization organization;

    ProductGoalController(ProductGoals goals, SetProductGoal set, Access access, Organization organization) {
        this.goals = goals;
        this.set = set;
        this.access = access;
        this.organization = organization;
    }

    /** @param until the day it should be reached by */
    record GoalRequest(String text, @Nullable LocalDate until) {}

    record GoalView(
            String id,
            long version,
            @Nullable String text,
            @Nullable LocalDate until,
            @Nullable Ref setBy,
            @Nullable Instant setAt,
            List<String> can) {}

    @GetMapping
    ResponseEntity<GoalView> getProductGoal(Caller caller) {
        return goals.current()
                .map(stored -> Replies.found(stored, view(stored, caller.actor())))
                .orElseGet(() -> ResponseEntity.ok()
                        .eTag("\"0\"")
                        .body(new GoalView(ProductGoal.ID, 0, null, null, null, null, can(caller.actor()))));
    }

    @IfMatch
    @PutMapping
    ResponseEntity<GoalView> put(@RequestBody GoalRequest body, Caller caller) {
        Stored<ProductGoal> stored = set.set(body.text(), body.until(), caller.command());
        return Replies.found(stored, view(stored, caller.actor()));
    }

    private GoalView view(Stored<ProductGoal> stored, Actor reader) {
        ProductGoal goal = stored.state();
        return new GoalView(
                stored.id(),
                stored.version(),
                goal.text(),
                goal.until(),
                organization.ref(goal.setBy()),
                goal.setAt(),
                can(reader));
    }

    private List<String> can(Actor reader) {
        return access.may(reader, "SetProductGoal", List.of(Access.ROOT)) ? List.of("SetProductGoal") : List.of();
    }
}
