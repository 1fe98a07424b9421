package io.guildhall.roadmap.goal;

import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The store of the product's goal. */
@Component
public class ProductGoals {

    public static final AggregateType<ProductGoal> TYPE = AggregateType.of(
            "product goal", "roadmap.product-goals", "product_goals", ProductGoal.class, List.of(ProductGoalSet.class));

    final AggregateStore<ProductGoal> store;

    ProductGoals(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public Optional<Stored<ProductGoal>> current() {
        return store.find(ProductGoal.ID);
    }
}
