package io.guildhall.cop.coaching.web;

import io.guildhall.cop.coaching.Asked;
import io.guildhall.cop.coaching.OfferQuestion;
import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.Ref;
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

    /**
     * @param question null where none is to be shown
     * @param community whose own question it is; null for one of the starter shelf
     */
    record Offered(
            @Nullable CoachingQuestion question, @Nullable Ref community) {

        static final Offered NOTHING = new Offered(null, null);

        static Offered of(Asked asked) {
            return new Offered(asked.question(), asked.community());
        }
    }

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
        return offer.offer(moment, about, caller.actor()).map(Offered::of).orElse(Offered.NOTHING);
    }

    /** The caller does not see this question again; nobody else learns of it. */
    @PostMapping("/dismissals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismissCoachingQuestion(@RequestBody DismissRequest body, Caller caller) {
        offer.dismiss(body.question(), caller.actor());
    }
}
