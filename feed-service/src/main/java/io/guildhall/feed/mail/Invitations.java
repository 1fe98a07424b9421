package io.guildhall.feed.mail;

import io.guildhall.feed.subscription.CommunityDates;
import io.guildhall.feed.subscription.Occasion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which gatherings the calendars of members do not know as they are. */
@Component
class Invitations {

    private static final Duration AHEAD = Duration.ofDays(56);
    /** By the day that a rule names; a gathering may be moved away from it. */
    private static final int DAYS_BACK = 60;

    private static final int DAYS_AHEAD = 120;

    private final CommunityDates dates;
    private final Clock clock;

    Invitations(CommunityDates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** What is to be told to somebody who wants to be told. */
    List<Matter> missing(Mailbox box, Instant now) {
        Map<String, Occasion> planned = planned(box.person());
        Map<String, Invited> told = told(box);
        List<String> ids = new ArrayList<>(planned.keySet());
        told.keySet().stream().filter(id -> !planned.containsKey(id)).forEach(ids::add);
        List<Matter> missing = new ArrayList<>();
        for (String id : ids) {
            Invited before = told.get(id);
            Invited next = Invited.next(before, planned.get(id), now, now.plus(AHEAD));
            if (next != null) {
                missing.add(Matter.ofInvitation(box.person(), before, next, now));
            }
        }
        return missing;
    }

    /** What is to be told of one gathering at this moment; empty where the calendar has it as it is. */
    Optional<Invitation> of(Mailbox box, String occasion, Instant now) {
        Occasion planned = planned(box.person()).get(occasion);
        Invited told = told(box).get(occasion);
        Invited next = Invited.next(told, planned, now, now.plus(AHEAD));
        return Optional.ofNullable(next).map(one -> new Invitation(one, told != null && !told.off(), planned));
    }

    private static Map<String, Invited> told(Mailbox box) {
        Map<String, Invited> told = new LinkedHashMap<>();
        box.invited().forEach(one -> told.put(one.occasion(), one));
        return told;
    }

    private Map<String, Occasion> planned(String person) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Occasion> planned = new LinkedHashMap<>();
        dates.of(null, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), Answerers.actor(person))
                .forEach(occasion -> planned.put(occasion.id(), occasion));
        return planned;
    }
}
