package io.guildhall.cop.adoption;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What teams say of pages. */
@Component
public class Adoptions {

    private static final String BY_COMMUNITY = "by_community";
    private static final String BY_PAGE = "by_page";

    /** Of one community: a hundred pages and a hundred teams. */
    private static final int MOST = 10_000;

    public static final AggregateType<Adoption> TYPE = AggregateType.of(
            "adoption",
            "cop.adoptions",
            "adoptions",
            Adoption.class,
            List.of(PageAdopted.class, PageAdapted.class, PageDeclined.class, AdoptionTakenBack.class),
            Index.on(BY_COMMUNITY, "state.community"),
            Index.on(BY_PAGE, "state.page"));

    private final AggregateStore<Adoption> store;

    Adoptions(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    /** What is said of a page. */
    List<Adoption> of(PageId page) {
        return store.list(BY_PAGE, and(eq("state.page", page.value()), ne("state.stance", null)), MOST).stream()
                .map(Stored::state)
                .toList();
    }

    /** What is said of all pages of a community. */
    List<Adoption> of(CommunityId community) {
        return store
                .list(BY_COMMUNITY, and(eq("state.community", community.value()), ne("state.stance", null)), MOST)
                .stream()
                .map(Stored::state)
                .toList();
    }

    /** With what teams adapt pages of a community. */
    List<Adoption> adapting(CommunityId community) {
        return adapting(BY_COMMUNITY, eq("state.community", community.value()));
    }

    /** With what teams adapt some pages. */
    List<Adoption> adapting(Collection<PageId> pages) {
        return adapting(
                BY_PAGE, in("state.page", pages.stream().map(PageId::value).toList()));
    }

    private List<Adoption> adapting(String index, Bson where) {
        return store.list(index, and(where, eq("state.stance", Stance.ADAPT.name())), MOST).stream()
                .map(Stored::state)
                .toList();
    }

    Optional<Adoption> find(PageId page, TeamId team) {
        return store.find(Adoption.idOf(page, team)).map(Stored::state);
    }

    /** @param transition is given null where the team has said nothing yet */
    void change(
            PageId page,
            TeamId team,
            CommandContext context,
            Function<@Nullable Adoption, Change<Adoption>> transition) {
        store.createOrUpdate(Adoption.idOf(page, team), context, () -> transition.apply(null), transition);
    }
}
