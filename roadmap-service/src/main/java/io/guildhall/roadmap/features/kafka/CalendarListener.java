package io.guildhall.roadmap.features.kafka;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.roadmap.features.FollowCalendar;
import io.guildhall.roadmap.shared.Organization;
import org.springframework.stereotype.Component;

/** Hears of the product, which holds the sprint calendar. */
@Component
class CalendarListener {

    private final FollowCalendar follow;

    CalendarListener(Consumers consumers, FollowCalendar follow) {
        this.follow = follow;
        consumers.hear("calendar", "team.units", this::heard);
    }

    /** Should an older calendar be delivered again, the newer one is delivered after it. */
    private void heard(IncomingEvent event) {
        if (event.subject().equals(Access.ROOT)) {
            Organization.calendar(event.state()).ifPresent(calendar -> follow.follow(calendar, event.asCause()));
        }
    }
}
