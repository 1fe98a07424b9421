package io.guildhall.feed.subscription.web;

import io.guildhall.feed.subscription.CalendarText;
import io.guildhall.feed.subscription.Occasion;
import io.guildhall.feed.subscription.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes occasions as iCalendar (RFC 5545): whole days and moments of UTC, which need no time zone to be told. */
@Component
class CalendarDocument {

    private static final String EVERY_HOUR = "PT1H";

    private final FeedAddresses addresses;
    private final Clock clock;

    CalendarDocument(FeedAddresses addresses, Clock clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    Shown show(Subscription subscription, List<Occasion> occasions) {
        String name = Shown.legible(subscription.name());
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Guildhall//Guildhall//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", clock.getZone().getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), EVERY_HOUR));
        calendar.add(new XProperty("X-PUBLISHED-TTL", EVERY_HOUR));
        occasions.forEach(occasion -> calendar.add(event(occasion)));
        if (occasions.isEmpty()) {
            calendar.add(utc());
        }
        return new Shown(
                CalendarText.of(calendar).getBytes(StandardCharsets.UTF_8), "text/calendar;charset=UTF-8", null);
    }

    /** A calendar holds something, or it is none: without an event, the zone that its events would be in. */
    private static VTimeZone utc() {
        Standard always = new Standard();
        always.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        always.add(new TzOffsetFrom(ZoneOffset.UTC));
        always.add(new TzOffsetTo(ZoneOffset.UTC));
        VTimeZone utc = new VTimeZone();
        utc.add(new TzId("UTC"));
        utc.add(always);
        return utc;
    }

    private VEvent event(Occasion occasion) {
        VEvent event = new VEvent(false);
        event.add(new Uid(Occasion.uidOf(occasion.id())));
        event.add(new DtStamp(occasion.changed()));
        event.add(new LastModified(occasion.changed()));
        event.add(new Sequence(occasion.revision()));
        Occasion.Hours hours = occasion.hours();
        if (hours == null) {
            event.add(new DtStart<>(occasion.first()));
            event.add(new DtEnd<>(occasion.last().plusDays(1)));
        } else {
            event.add(new DtStart<>(hours.from()));
            event.add(new DtEnd<>(hours.until()));
            if (hours.reason() != null) {
                event.add(new Description(Shown.legible(hours.reason())));
            }
        }
        event.add(new Summary(Shown.legible(occasion.summary())));
        event.add(occasion.off() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(hours == null ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(new Url(URI.create(addresses.page(occasion.path()))));
        return event;
    }
}
