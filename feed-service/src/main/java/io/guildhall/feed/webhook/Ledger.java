package io.guildhall.feed.webhook;

import io.guildhall.feed.webhook.Deliveries.Write;
import io.guildhall.feed.webhook.Webhook.Progress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Writes for all couriers of an instance at once: first what became of deliveries, then how far the couriers are. */
final class Ledger {

    private static final int MOST_WRITES = 500;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final String worker;
    private final Queue<Write> writes = new ArrayDeque<>();

    Ledger(Deliveries deliveries, Webhooks webhooks, String worker) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.worker = worker;
    }

    void add(Write write) {
        synchronized (writes) {
            writes.add(write);
        }
    }

    /** @param all whether also what is not urgent is written */
    void save(Iterable<Courier> couriers, boolean all) {
        writeDeliveries();
        Map<String, Progress> progress = new HashMap<>();
        for (Courier courier : couriers) {
            Progress due = courier.toSave(all);
            if (due != null) {
                progress.put(courier.id(), due);
            }
        }
        webhooks.save(progress, worker);
        for (Courier courier : couriers) {
            Progress written = progress.get(courier.id());
            if (written != null) {
                courier.saved(written);
            }
        }
    }

    /** What cannot be written stays first. */
    private void writeDeliveries() {
        while (true) {
            List<Write> batch;
            synchronized (writes) {
                batch = writes.stream().limit(MOST_WRITES).toList();
            }
            if (batch.isEmpty()) {
                return;
            }
            deliveries.write(batch);
            synchronized (writes) {
                batch.forEach(written -> writes.remove());
            }
            batch.forEach(written -> written.whenWritten().run());
        }
    }
}
