package io.guildhall.standalone.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Meridian, an invented app for the public transport of a region: three areas, nine teams and six sprints of history, told by
 * the commands that people would have sent. See docs/decisions/sample-history.md for how it gets its past.
 */
public final class InventedProduct implements Filling {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Journal journal;
    private final Days days;
    private final StoryTime time = new StoryTime();
    private final List<Step> steps;

    private InventedProduct(Journal journal, String issuer) {
        this.journal = journal;
        this.days = new Days(journal.today());
        this.steps = story(days, issuer);
        // After a crash the services start where the story is, so that none of them sees the time go back.
        steps.stream()
                .filter(step -> journal.has(step.name()))
                .reduce((earlier, later) -> later)
                .ifPresent(last -> time.moveTo(last.at()));
    }

    /**
     * Opens the story before the services start, because they start in its time.
     *
     * @param folder where the product keeps its data
     * @param issuer the issuer of the tokens, to link people with
     */
    public static InventedProduct in(Path folder, String issuer) throws IOException {
        return new InventedProduct(
                Journal.open(folder.resolve("sample.journal"), LocalDate.now(ZoneOffset.UTC)), issuer);
    }

    /** The time that the services go by until the story is told. */
    public StoryTime time() {
        return time;
    }

    @Override
    public boolean fill(Product product, Consumer<String> say) throws IOException, InterruptedException {
        try {
            Errands errands = new Errands(product);
            Teller teller = new Teller(journal, time, errands);
            say.accept("Filling the product with its sample: the people of Meridian");
            teller.tell(before(0));
            awaitAdministrator(errands);
            teller.tell(before(1));
            for (int sprint = 1; sprint <= Days.CURRENT; sprint++) {
                say.accept("Filling the product with its sample: sprint " + sprint + " of " + Days.CURRENT);
                teller.tell(before(sprint + 1));
            }
        } finally {
            time.end();
        }
        journal.delete();
        return true;
    }

    /** What happens before a sprint begins; before sprint 0 that is the administrator's own entry. */
    private List<Step> before(int sprint) {
        if (sprint == 0) {
            return steps.stream()
                    .filter(step -> step.name().endsWith("." + Cast.FIRST)
                            && !step.name().startsWith("role."))
                    .toList();
        }
        if (sprint > Days.CURRENT) {
            return steps;
        }
        var begins = days.inSprint(sprint, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return steps.stream().filter(step -> step.at().isBefore(begins)).toList();
    }

    /** From here on the administrator acts as a person; what an Idempotency-Key stands for depends on who sends it. */
    private static void awaitAdministrator(Errands errands) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!errands.read("/api/team/me").path("person").isObject()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The administrator's sign-in does not get linked");
            }
            Thread.sleep(20);
        }
    }

    static List<Step> story(Days days, String issuer) {
        Page organization = Page.read("organization.yaml");
        Cast cast = new Cast(organization, days, issuer);
        Negotiations negotiations = new Negotiations(cast, days);
        Page course = Page.read("course.yaml");
        Page obstacles = Page.read("obstacles.yaml");
        List<Step> all = new ArrayList<>(cast.steps());
        all.addAll(new Course(days).steps(course));
        all.addAll(new Work(cast, days, negotiations).steps(Page.read("work.yaml")));
        all.addAll(negotiations.steps(obstacles));
        all.addAll(new Obstacles(cast, days).steps(obstacles));
        all.addAll(new Communities(days).steps(Page.read("communities.yaml")));
        organization.pages("waivers").forEach(waiver -> all.add(waiver(waiver, days)));
        all.sort(Comparator.comparing(Step::at));
        return List.copyOf(all);
    }

    /** A finding belongs to the quarter it is seen in, so it is waived at the end of the last day. */
    private static Step waiver(Page waiver, Days days) {
        String finding = "finding." + waiver.text("unit") + "." + waiver.text("rule");
        return Step.post(
                finding,
                days.today().atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC),
                Cast.user(waiver.text("by")),
                "/api/team/findings/${" + finding + "}/waive",
                waiver.copy("reason"));
    }
}
