package io.guildhall.cop.communities.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.KeepQuestions;
import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.Replies;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The coaching questions of a community over HTTP, for whoever sees the community. */
@RestController
@RequestMapping("/api/cop/communities/{id}/questions")
class CommunityQuestionController {

    private final Communities communities;
    private final KeepQuestions keep;

    CommunityQuestionController(Communities communities, KeepQuestions keep) {
        this.communities = communities;
        this.keep = keep;
    }

    /**
     * @param moment when it fits
     * @param text at most 300 characters, with a question mark at their end
     */
    record QuestionRequest(Moment moment, String text) {

        QuestionRequest {
            moment = Wording.given("moment", moment);
            text = Wording.given("text", text);
        }
    }

    record CommunityQuestions(List<CoachingQuestion> items) {}

    /** The oldest first. */
    @GetMapping
    ResponseEntity<CommunityQuestions> listCommunityQuestions(@PathVariable CommunityId id, Caller caller) {
        return reply(communities.get(id, caller.actor()));
    }

    @PostMapping
    ResponseEntity<CommunityQuestions> addCommunityQuestion(
            @PathVariable CommunityId id, @RequestBody QuestionRequest body, Caller caller) {
        return reply(keep.add(id, body.moment(), body.text(), caller.command()));
    }

    @DeleteMapping("/{question}")
    ResponseEntity<CommunityQuestions> removeCommunityQuestion(
            @PathVariable CommunityId id, @PathVariable String question, Caller caller) {
        return reply(keep.remove(id, question, caller.command()));
    }

    private static ResponseEntity<CommunityQuestions> reply(Stored<Community> stored) {
        return Replies.found(stored, new CommunityQuestions(stored.state().questions()));
    }
}
