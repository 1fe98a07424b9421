package io.guildhall.feed.follow.web;

import io.guildhall.feed.follow.Follow;
import io.guildhall.feed.follow.FollowSubject;
import io.guildhall.feed.follow.Followable;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.web.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one follows, over HTTP. */
@RestController
@RequestMapping("/api/feed/follows")
class FollowController {

    private final FollowSubject follows;

    FollowController(FollowSubject follows) {
        this.follows = follows;
    }

    /** What one follows, as far as one may see it, the newest first; all of it, as it is 200 things at most. */
    @GetMapping
    Page<Follow> follows(Caller caller) {
        return new Page<>(follows.of(caller.actor()), null);
    }

    /** From now on {@code GET /api/feed/events?followed=true} tells of it; said again, it changes nothing. */
    @PutMapping("/{kind}/{id}")
    Follow follow(@PathVariable Followable kind, @PathVariable String id, Caller caller) {
        return follows.follow(kind, id, caller.actor());
    }

    /** Also of what one does not follow. */
    @DeleteMapping("/{kind}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@PathVariable Followable kind, @PathVariable String id, Caller caller) {
        follows.unfollow(kind, id, caller.actor());
    }
}
