package io.guildhall.feed.mail;

import io.guildhall.feed.subscription.CalendarText;
import io.guildhall.feed.subscription.Occasion;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** An invitation as calendars take it from a mail (RFC 5546, RFC 6047); who will come is said in the portal, so nobody is asked to reply. */
final class InvitationForm {

    private InvitationForm() {}

    /** The media type of the part, which says the same as what is in it. */
    static String mediaType(Invited told) {
        return "text/calendar; charset=UTF-8; method=" + (told.off() ? "CANCEL" : "REQUEST");
    }

    /** @param url of the gathering in the portal */
    static String of(Letter letter, Invitation invitation, @Nullable String url, InternetAddress from) {
        Invited told = invitation.told();
        String reason = invitation.reason();
        VEvent event = new VEvent(false);
        event.add(new Uid(Occasion.uidOf(told.occasion())));
        event.add(new DtStamp(letter.at()));
        event.add(new Sequence(told.sequence()));
        event.add(new DtStart<>(told.from()));
        event.add(new DtEnd<>(told.until()));
        event.add(new Summary(Letter.oneLine(told.summary())));
        if (reason != null) {
            event.add(new Description(Letter.oneLine(reason)));
        }
        event.add(new Organizer(new ParameterList(List.of(new Cn("Guildhall"))), mailto(from.getAddress())));
        event.add(
                new Attendee(new ParameterList(List.of(PartStat.NEEDS_ACTION, Rsvp.FALSE)), mailto(letter.address())));
        event.add(told.off() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.OPAQUE);
        if (url != null) {
            event.add(new Url(URI.create(url)));
        }
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Guildhall//Guildhall//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(told.off() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(event);
        return CalendarText.of(calendar);
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
