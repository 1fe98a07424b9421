package io.guildhall.roadmap.goal;

import io.guildhall.platform.aggregate.Change;
import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The product goal as the contracts show it. */
public final class ProductGoalExamples {

    private ProductGoalExamples() {}

    /** One change of each kind. */
    public static List<Change<?>> all() {
        PersonId cpo = new PersonId("person-carla");
        Instant monday = Instant.parse("2026-11-23T09:00:00Z");
        ProductGoal first =
                ProductGoal.first("Pay in one tap", null, cpo, monday).state();
        return List.of(first.replaceBy("Pay without a phone", LocalDate.of(2027, 12, 31), cpo, monday));
    }
}
