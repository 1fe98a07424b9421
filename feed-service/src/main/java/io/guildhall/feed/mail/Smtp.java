package io.guildhall.feed.mail;

import io.guildhall.feed.mail.NotMailed.Fault;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server. */
@Component
class Smtp {

    private static final Logger log = LoggerFactory.getLogger(Smtp.class);

    private static final int LONGEST_REASON = 300;

    /** With the four characters that quote it; shorter names are in many words. */
    private static final int SHORTEST_NAME = 7;

    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern RULE =
            Pattern.compile("relay|auth|polic|spam|block|denied|reject|blacklist", Pattern.CASE_INSENSITIVE);

    private final JavaMailSender sender;
    private final String host;
    private final MailAddresses addresses;
    private final InternetAddress from;

    Smtp(JavaMailSender sender, @Value("${spring.mail.host:}") String host, MailAddresses addresses) {
        this.sender = sender;
        this.host = host;
        this.addresses = addresses;
        this.from = from(addresses.from());
    }

    private static InternetAddress from(String address) {
        try {
            InternetAddress from = new InternetAddress(address, true);
            if (from.getPersonal() == null) {
                from.setPersonal("Guildhall", StandardCharsets.UTF_8.name());
            }
            return from;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("guildhall.mail.from is no address that mail can come from", e);
        }
    }

    /** Whether there is a mail server at all. */
    boolean isSetUp() {
        return !host.isBlank();
    }

    /** Returns when the server has taken it. */
    void send(Letter letter) throws NotMailed {
        try {
            sender.send(message(letter));
        } catch (MailSendException e) {
            if (!e.getFailedMessages().isEmpty()) {
                throw explained(e, letter.address());
            }
            log.debug("It was taken, though the connection did not end well", e);
        } catch (MailException e) {
            throw explained(e, letter.address());
        } catch (AddressException e) {
            throw new NotMailed(Fault.RECIPIENT, "This is no address that mail can be sent to.");
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("A letter that has no form as a mail", e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // mail takes nothing else
    MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
        InternetAddress to = new InternetAddress(letter.address(), true);
        to.setPersonal(Letter.oneLine(letter.name()), StandardCharsets.UTF_8.name());
        mail.setTo(to);
        mail.setFrom(from);
        mail.setSubject(letter.subject());
        mail.setSentDate(Date.from(letter.at()));
        String settings = addresses.page("/notifications");
        mail.setText(LetterForms.text(letter, settings), LetterForms.html(letter, settings));
        Invitation invitation = letter.invitation();
        if (invitation != null) {
            addCalendar(mail, letter, invitation);
        }
        message.setHeader("Message-ID", "<" + letter.id() + "@" + addresses.host() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /** As a further form of the same: programs show it in the place of the others, or take it from there. */
    private void addCalendar(MimeMessageHelper mail, Letter letter, Invitation invitation) throws MessagingException {
        Invited told = invitation.told();
        String url = invitation.path() == null ? null : addresses.page(invitation.path());
        byte[] calendar = InvitationForm.of(letter, invitation, url, from).getBytes(StandardCharsets.UTF_8);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar, InvitationForm.mediaType(told))));
        try {
            ((MimeMultipart) mail.getMimeMultipart().getBodyPart(0).getContent()).addBodyPart(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NotMailed explained(MailException failure, String address) {
        Deque<Throwable> open = new ArrayDeque<>(Set.of(failure));
        Set<Throwable> seen = new HashSet<>();
        // Without a cause of its own it is about a mail, and not about the connection.
        boolean aboutMail = failure instanceof MailSendException && failure.getCause() == null;
        NotMailed found = new NotMailed(aboutMail ? Fault.MAIL : Fault.SERVER, masked(failure.toString(), address));
        while (!open.isEmpty()) {
            Throwable cause = open.pop();
            if (!seen.add(cause)) {
                continue;
            }
            if (cause instanceof SMTPAddressFailedException refused) {
                return new NotMailed(faultOf(refused), masked(refused.getMessage(), address));
            }
            if (cause instanceof SMTPSendFailedException refused) {
                found = new NotMailed(Fault.MAIL, masked(refused.getMessage(), address));
            }
            push(open, cause.getCause());
            if (cause instanceof MessagingException mail) {
                push(open, mail.getNextException());
            }
            if (cause instanceof MailSendException mail) {
                Arrays.stream(mail.getMessageExceptions()).forEach(open::push);
            }
        }
        return found;
    }

    private static void push(Deque<Throwable> open, @Nullable Throwable cause) {
        if (cause != null) {
            open.push(cause);
        }
    }

    /**
     * Of the codes for what never will be, some are for addresses that are none (RFC 3463: 5.1). A server that refuses by a
     * rule of its own may refuse everybody; that is to be mended there.
     */
    private static Fault faultOf(SMTPAddressFailedException refused) {
        String said = String.valueOf(refused.getMessage());
        boolean noAddress = ENHANCED.matcher(said).find()
                ? said.contains("5.1.")
                : NO_SUCH_MAILBOX.contains(refused.getReturnCode())
                        && !RULE.matcher(said).find();
        return noAddress ? Fault.RECIPIENT : Fault.MAIL;
    }

    /** What the server said, without addresses: these are kept with the person only. */
    private static String masked(@Nullable String said, String address) {
        String local = Pattern.quote(address.substring(0, Math.max(address.lastIndexOf('@'), 0)));
        String text = Letter.oneLine(String.valueOf(said)).replaceAll("\\S+@\\S+", "the address");
        text = local.length() < SHORTEST_NAME ? text : text.replaceAll("(?i)" + local, "the address");
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
