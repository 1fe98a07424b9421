package io.guildhall.feed.stream.web;

import io.guildhall.feed.live.Notice;
import io.guildhall.feed.live.Notices;
import io.guildhall.feed.live.Position;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in the notices of this instance: that something has changed. */
final class NoticePlace implements Place {

    private static final int STEP = 50;

    private final Notices notices;
    private final Reader reader;
    private volatile Position position;

    NoticePlace(Notices notices, Reader reader, @Nullable String lastEventId) {
        this.notices = notices;
        this.reader = reader;
        this.position = lastEventId == null
                ? notices.end()
                : Position.parse(lastEventId).orElse(new Position("", 0));
    }

    @Override
    public String next() {
        Optional<Notices.Continuation> continuation = notices.after(position, STEP);
        if (continuation.isEmpty()) {
            position = notices.end();
            return "event: reset\nid: " + position + "\ndata: {}\n\n";
        }
        StringBuilder text = new StringBuilder();
        long number = position.number();
        for (Notice notice : continuation.get().notices()) {
            number++;
            if (reader.sees(notice)) {
                text.append(change(new Position(position.log(), number), notice));
            }
        }
        position = continuation.get().until();
        return text.toString();
    }

    private static String change(Position at, Notice notice) {
        String data = StateMapper.json()
                .writeValueAsString(
                        new Data(notice.type(), notice.subject(), notice.sequence(), notice.topic(), notice.at()));
        return "event: change\nid: " + at + "\ndata: " + data + "\n\n";
    }

    /** The data of a {@code change}. */
    record Data(String type, String subject, long sequence, String topic, Instant at) {}

    @Override
    public long behind() {
        return notices.behind(position);
    }

    @Override
    public boolean isFar() {
        return false;
    }

    @Override
    public String id() {
        return position.toString();
    }
}
