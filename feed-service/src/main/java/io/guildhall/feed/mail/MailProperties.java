package io.guildhall.feed.mail;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are mailed. Whether they are is up to {@code spring.mail.host}.
 *
 * @param from the address that mail comes from; without one it is {@code guildhall} at the host of the public address
 * @param quiet a mail waits until nothing more was found for its reader for so long
 * @param latest it waits no longer than this
 * @param mostADay as many mails a person gets on a day; further ones are bundled into one on the next business morning
 * @param morning when that is sent
 * @param digest when the week's digest is sent, on Mondays
 * @param lapse what could not be mailed for so long is not mailed any more; 1 to 30 days
 * @param look how often what is due is looked for
 * @param invite how often is looked for gatherings that calendars do not know as they are
 * @param rest the first pause after a mail could not be sent; it doubles
 * @param claim for so long an instance writes to a person without being heard of; longer than sending one mail takes
 */
@ConfigurationProperties("guildhall.mail")
record MailProperties(
        @DefaultValue("") String from,
        @DefaultValue("30s") Duration quiet,
        @DefaultValue("5m") Duration latest,
        @DefaultValue("3") int mostADay,
        @DefaultValue("09:00") LocalTime morning,
        @DefaultValue("07:00") LocalTime digest,
        @DefaultValue("7d") Duration lapse,
        @DefaultValue("2s") Duration look,
        @DefaultValue("30s") Duration invite,
        @DefaultValue("5s") Duration rest,
        @DefaultValue("2m") Duration claim) {

    private static final Duration LONGEST_REST = Duration.ofHours(1);

    MailProperties {
        if (lapse.compareTo(Duration.ofDays(1)) < 0 || lapse.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("guildhall.mail.lapse must be 1 to 30 days");
        }
        if (mostADay < 1) {
            throw new IllegalArgumentException("guildhall.mail.most-a-day must be at least 1");
        }
    }

    /** What was mailed is remembered for so long: found again, it is not mailed again, and what is older is not looked for. */
    Duration remembered() {
        return lapse.plusDays(1);
    }

    /** The pause before the next attempt. */
    Duration restAfter(int failures) {
        Duration pause = rest.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : pause;
    }
}
