package io.guildhall.feed.chat.web;

import io.guildhall.feed.chat.Channel;
import io.guildhall.feed.chat.ManageChannels;
import io.guildhall.feed.chat.ManageChannels.Revision;
import io.guildhall.feed.chat.ManageChannels.Wish;
import io.guildhall.feed.chat.Part;
import io.guildhall.feed.chat.PreviewChannel;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.ShowsCurrent;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Channels of chats over HTTP. */
@RestController
@RequestMapping("/api/feed/channels")
class ChannelController implements ShowsCurrent {

    private final ManageChannels manage;
    private final PreviewChannel preview;
    private final ChannelViews views;

    ChannelController(ManageChannels manage, PreviewChannel preview, ChannelViews views) {
        this.manage = manage;
        this.preview = preview;
        this.views = views;
    }

    /**
     * A channel to be connected.
     *
     * @param url the address of an incoming webhook of Slack, or of a workflow of Teams; it is not shown again
     * @param name up to 100 characters
     * @param unit the id of a team, an area or a Scrum of Scrums that you lead
     * @param tells nothing where it is left out
     */
    record ChannelRequest(
            Channel.@Nullable Kind kind,
            @Nullable String url,
            @Nullable String name,
            @Nullable String unit,
            @Nullable List<Part> tells) {

        private Wish wish() {
            return new Wish(kind, url, name, unit, Objects.requireNonNullElse(tells, List.of()));
        }
    }

    /**
     * What a channel is to be from now on.
     *
     * @param url where it is left out, the address stays
     * @param name up to 100 characters
     * @param tells what is chosen newly is told from now on; nothing is told where it is left out
     */
    record RevisionRequest(
            @Nullable String url,
            @Nullable String name,
            @Nullable List<Part> tells) {

        private Revision revision() {
            return new Revision(url, name, Objects.requireNonNullElse(tells, List.of()));
        }
    }

    /** Connects a channel. It is told nothing but what is chosen, and of that what happens from now on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ChannelViews.ChannelView> createChannel(@RequestBody ChannelRequest request, Caller caller) {
        Channel created = manage.create(request.wish(), caller.command());
        return ResponseEntity.created(URI.create("/api/feed/channels/" + created.id()))
                .eTag(views.etag(created))
                .body(views.view(created, caller));
    }

    /** One's own channels, the oldest first; an administrator sees all. */
    @GetMapping
    Page<ChannelViews.ChannelView> listChannels(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return manage.page(caller.actor(), cursor, limit).map(channel -> views.view(channel, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<ChannelViews.ChannelView> getChannel(@PathVariable String id, Caller caller) {
        return reply(manage.get(id, caller.actor()), caller);
    }

    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<ChannelViews.ChannelView> reviseChannel(
            @PathVariable String id, @RequestBody RevisionRequest request, Caller caller) {
        return reply(manage.revise(id, request.revision(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/pause")
    ResponseEntity<ChannelViews.ChannelView> pauseChannel(@PathVariable String id, Caller caller) {
        return reply(manage.pause(id, caller.command()), caller);
    }

    /** It is told what it has missed, in one message. */
    @IfMatch
    @PostMapping("/{id}/resume")
    ResponseEntity<ChannelViews.ChannelView> resumeChannel(@PathVariable String id, Caller caller) {
        return reply(manage.resume(id, caller.command()), caller);
    }

    @IfMatch
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteChannel(@PathVariable String id, Caller caller) {
        manage.delete(id, caller.command());
    }

    /**
     * The message as it would be sent now, of what has happened last.
     *
     * @param tells what would be told; where it is left out, what is
     */
    @GetMapping("/{id}/preview")
    ChannelViews.PreviewView previewChannel(
            @PathVariable String id, @RequestParam(required = false) @Nullable List<Part> tells, Caller caller) {
        return views.preview(preview.preview(id, tells, caller.actor()));
    }

    /** Sends a message to try it, and says what became of it. */
    @PostMapping("/{id}/test")
    CompletableFuture<ChannelViews.TestView> testChannel(@PathVariable String id, Caller caller) {
        return manage.test(id, caller.command()).thenApply(views::test);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.view(manage.get(id, caller.actor()), caller);
    }

    private ResponseEntity<ChannelViews.ChannelView> reply(Channel channel, Caller caller) {
        return ResponseEntity.ok().eTag(views.etag(channel)).body(views.view(channel, caller));
    }
}
