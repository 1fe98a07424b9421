package io.guildhall.standalone.sample;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells the steps in order. Those of one moment depend on nothing of each other and are sent side by side. */
final class Teller {

    private static final int SIDE_BY_SIDE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(15);

    private final Journal journal;
    private final StoryTime time;
    private final Errands errands;
    private final Ids ids;

    Teller(Journal journal, StoryTime time, Errands errands) {
        this.journal = journal;
        this.time = time;
        this.errands = errands;
        this.ids = new Ids(journal, errands);
    }

    /** @throws IOException when the product does not take a step; what was told until then is kept */
    void tell(List<Step> steps) throws IOException, InterruptedException {
        Map<Instant, List<Step>> moments = new TreeMap<>();
        steps.stream()
                .filter(step -> !journal.has(step.name()))
                .forEach(step -> moments.computeIfAbsent(step.at(), at -> new ArrayList<>())
                        .add(step));
        ExecutorService senders = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            for (Map.Entry<Instant, List<Step>> moment : moments.entrySet()) {
                time.moveTo(moment.getKey());
                together(moment.getValue(), senders);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private void together(List<Step> steps, ExecutorService senders) throws IOException, InterruptedException {
        List<Future<?>> sent = new ArrayList<>();
        for (Step step : steps) {
            sent.add(senders.submit(() -> {
                tell(step);
                return step;
            }));
        }
        for (Future<?> one : sent) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                throw new IOException(failure);
            }
        }
    }

    /** What is refused for now is sent again: roles and dependencies follow an event later. */
    private void tell(Step step) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                JsonNode made = errands.carryOut(step, ids.putInto(step.path()), body(step), seen(step));
                JsonNode id = made.path("id");
                journal.add(step.name(), id.isString() ? id.asString() : null);
                return;
            } catch (NotYet notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(step.name() + ": " + notYet.getMessage(), notYet);
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private @Nullable String body(Step step) throws IOException, InterruptedException {
        return step.body() == null ? null : ids.putInto(step.body().toString());
    }

    private @Nullable String seen(Step step) throws IOException, InterruptedException {
        return step.seen() == null ? null : ids.putInto(step.seen());
    }
}
