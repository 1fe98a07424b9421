package io.guildhall.cop.coaching.web;

import io.guildhall.cop.coaching.CoachingQuestion;
import io.guildhall.cop.coaching.Moment;
import io.guildhall.cop.coaching.OfferQuestion;
import io.guildhall.platform.web.Caller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coaching questions over HTTP. */
@RestController
@RequestMapping("/api/cop/coaching")
class CoachingController {

    private final OfferQuestion offer;

    CoachingController(OfferQuestion offer) {
        this.offer = offer;
    }

    /** @param question null where none is to be shown */
    record Offered(@Nullable CoachingQuestion question) {}

    record DismissRequest(String question) {

        DismissRequest {
            Objects.requireNonNull(question);
        }
    }

    /**
     * One question to the caller, who need not answer it.
     *
     * @param about id of the thing whose page is open
     */
    @GetMapping
    Offered getCoachingQuestion(@RequestParam Moment moment, @RequestParam String about, Caller caller) {
        return new Offered(offer.offer(moment, about, caller.actor()).orElse(null));
    }

    /** The caller does not see this question again; nobody else learns of it. */
    @PostMapping("/dismissals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismissCoachingQuestion(@RequestBody DismissRequest body, Caller caller) {
        offer.dismiss(body.question(), caller.actor());
    }
}
