package io.guildhall.feed.chat.web;

import io.guildhall.feed.chat.Channel;
import io.guildhall.feed.chat.Channel.Progress;
import io.guildhall.feed.chat.Channel.Settings;
import io.guildhall.feed.chat.Digest;
import io.guildhall.feed.chat.ManageChannels;
import io.guildhall.feed.chat.Part;
import io.guildhall.feed.chat.PreviewChannel.Preview;
import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Channels as they are shown: never with their address. */
@Component
final class ChannelViews {

    private static final TypeReference<Map<String, @Nullable Object>> MESSAGE = new TypeReference<>() {};

    private final ManageChannels manage;

    ChannelViews(ManageChannels manage) {
        this.manage = manage;
    }

    /**
     * A channel.
     *
     * @param address by which its owner knows it again: its host, and for its owner its last characters
     * @param name what its owner calls it
     * @param unit whose channel it is: what concerns it or anything below it
     * @param tells what is told there; nothing where it is empty
     * @param reason why it is not active
     * @param since when its state became what it is
     * @param sentToday so many messages of the three a day
     * @param lastFailure when an attempt failed the last time, and {@code failure} why
     * @param nextTry after a failure: not tried again before then
     * @param can what the reader may do with it
     */
    record ChannelView(
            String id,
            long version,
            String owner,
            Channel.Kind kind,
            String address,
            @Nullable String name,
            String unit,
            List<Part> tells,
            Channel.State state,
            @Nullable String reason,
            Instant since,
            Instant created,
            int sentToday,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String failure,
            @Nullable Instant nextTry,
            List<String> can) {}

    /**
     * One thing that a message tells.
     *
     * @param step what became of what, where that is known
     * @param url of its page
     */
    record ToldView(String text, @Nullable String step, String url) {}

    /**
     * A message that was not sent.
     *
     * @param things what it tells, the oldest first; nothing where nothing of it has happened yet
     * @param message exactly what the chat would get
     */
    record PreviewView(String heading, List<ToldView> things, String footer, Map<String, @Nullable Object> message) {}

    /**
     * What became of a test.
     *
     * @param status of the answer, 0 where there was none
     * @param failure in words, null for a success
     */
    record TestView(
            Instant at, int status, long millis, @Nullable String failure) {}

    String etag(Channel channel) {
        return "\"" + channel.version() + "\"";
    }

    ChannelView view(Channel channel, Caller caller) {
        Settings settings = channel.settings();
        Progress progress = channel.progress();
        boolean own = manage.owns(caller.actor(), channel);
        return new ChannelView(
                channel.id(),
                channel.version(),
                manage.ownerOf(channel),
                settings.kind(),
                own ? settings.address().masked() : settings.address().host(),
                settings.name(),
                settings.unit(),
                settings.tells().keySet().stream().sorted().toList(),
                settings.state(),
                settings.reason(),
                settings.since(),
                settings.created(),
                manage.sentToday(channel, caller.now()),
                progress.lastSuccess(),
                progress.lastFailure(),
                progress.failure(),
                progress.next(),
                manage.can(caller.actor(), channel));
    }

    PreviewView preview(Preview preview) {
        Digest digest = preview.digest();
        return new PreviewView(
                digest.heading(),
                digest.things().stream()
                        .map(thing -> new ToldView(thing.text(), thing.step(), thing.url()))
                        .toList(),
                digest.footer(),
                StateMapper.json().convertValue(preview.message(), MESSAGE));
    }

    TestView test(Attempt attempt) {
        return new TestView(attempt.at(), attempt.status(), attempt.millis(), manage.failure(attempt));
    }
}
