package io.guildhall.platform.aggregate;

import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.PendingEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a transition decided into final events: CloudEvents 1.0 attributes and JSON data, checked and bounded. */
final class EventWriter {

    /** The largest event: 256 KiB of data. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_HOPS = 5;

    private final String source;
    private final EventContracts contracts;

    EventWriter(String source, EventContracts contracts) {
        this.source = source;
        this.contracts = contracts;
    }

    /** The digits of a sequence, so that their order as text is their order as numbers. */
    static String padded(long sequence) {
        return String.format("%019d", sequence);
    }

    <S> List<PendingEvent> write(String id, long previous, Change<S> change, CommandContext context) {
        List<PendingEvent> events = new ArrayList<>();
        if (change.events().isEmpty()) {
            return events;
        }
        ObjectNode state = StateMapper.tree(change.state());
        long sequence = Math.max(previous + 1, context.at().toEpochMilli());
        for (DomainEvent event : change.events()) {
            String name = AggregateType.wireName(event.getClass());
            ObjectNode data = StateMapper.json().createObjectNode();
            data.set("state", state);
            data.set("change", StateMapper.tree(event));
            data.put("by", context.by());
            data.put("at", StateMapper.text(context.at()));
            contracts.check(name, data);
            String text = StateMapper.json().writeValueAsString(data);
            refuseTooLarge(text);
            events.add(new PendingEvent(id + "@" + sequence, headers(id, sequence, name, context), text));
            sequence++;
        }
        return events;
    }

    private Map<String, String> headers(String id, long sequence, String name, CommandContext context) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("specversion", "1.0");
        headers.put("id", id + "@" + sequence);
        headers.put("source", "/guildhall/" + source);
        headers.put("type", name);
        headers.put("subject", id);
        headers.put("time", StateMapper.text(context.at()));
        headers.put("partitionkey", id);
        headers.put("sequence", padded(sequence));
        Cause cause = context.cause();
        int hops = cause == null ? 0 : cause.hops();
        if (cause != null && hops > MOST_HOPS) {
            throw new TooManyHops(cause, MOST_HOPS);
        }
        headers.put("hops", Integer.toString(hops));
        if (cause != null) {
            headers.put("cause", cause.event());
            if (cause.traceparent() != null) {
                headers.put("traceparent", cause.traceparent());
            }
        }
        return headers;
    }

    private static void refuseTooLarge(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid(
                    "too-large", "This has grown beyond what one item can hold; start a new one and link the two.");
        }
    }
}
