package io.guildhall.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.feed.mail.Letter.Item;
import io.guildhall.feed.mail.Letter.Section;
import io.guildhall.feed.mail.NotMailed.Fault;
import io.guildhall.platform.testing.FreePorts;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpTests {

    private static final MailProperties PROPERTIES = new MailProperties(
            "",
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            3,
            LocalTime.of(9, 0),
            LocalTime.of(7, 0),
            Duration.ofDays(7),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2));

    private final Smtp smtp =
            new Smtp(new JavaMailSenderImpl(), "", new MailAddresses("https://guildhall.example/", PROPERTIES));

    @Test
    void nothingThatSomebodyWroteBecomesAHeader() throws Exception {
        MimeMessage mail =
                smtp.message(letter("Ada\r\nBcc: eve@example.org", "Pay\r\nBcc: eve@example.org\r\n\r\nhello"));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Pay Bcc: eve@example.org hello");
    }

    @Test
    void whatIsNotAsciiIsEncodedAndReadBack() throws Exception {
        MimeMessage mail = smtp.message(letter("Zsófia Németh \uD83D\uDE00", "Für “alle” \uD83D\uDE00"));
        String raw = raw(mail);
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).chars()).allMatch(c -> c < 128);
        assertThat(mail.getSubject()).isEqualTo("Für “alle” \uD83D\uDE00");
        assertThat(mail.getAllRecipients()[0].toString()).contains("=?UTF-8?");
    }

    @Test
    void saysThatAProgramWroteItAndHowToEndIt() throws Exception {
        MimeMessage mail = smtp.message(letter("Ada", "Pay"));
        mail.saveChanges();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://guildhall.example/feeds/unsubscribe/t>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Guildhall <guildhall@guildhall.example>");
    }

    @Test
    void titlesAreTextInBothForms() throws Exception {
        String html =
                LetterForms.html(letter("Ada", "<script>alert(1)</script> & \"more\""), "https://g/notifications");
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;").doesNotContain("<img");
        assertThat(LetterForms.text(letter("Ada", "a & b"), "https://g/notifications"))
                .contains("a & b\nSay yes.\nhttps://guildhall.example/x\n");
    }

    /** What the server says to which command, and whose fault that is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <ada@example.org> is nobody here | RECIPIENT",
                "RCPT | 551 has moved                              | RECIPIENT",
                "RCPT | 554 5.7.1 Relay access denied              | MAIL",
                "RCPT | 450 4.2.0 Greylisted, come back            | MAIL",
                "MAIL | 451 4.3.0 Busy                             | MAIL",
                "DATA | 554 5.6.0 We do not like what you say      | MAIL",
                "EHLO | 421 Too many connections                   | SERVER",
            })
    void aRefusalIsTheFaultOfTheRecipientTheMailOrTheServer(String command, String answer, Fault fault)
            throws IOException {
        try (StubbornServer server = new StubbornServer(Map.of(command, answer, "HELO", answer))) {
            NotMailed refused = catchThrowableOfType(
                    NotMailed.class, () -> at(server.port()).send(letter("Ada", "Pay")));
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.why()).doesNotContain("ada@example.org");
            if (fault == Fault.RECIPIENT) {
                assertThat(refused.why()).contains(answer.substring(0, 3));
            }
        }
    }

    @Test
    void aServerThatIsAwayOrSaysNothingIsTheServersFault() throws IOException {
        int nobody = FreePorts.one();
        NotMailed away = catchThrowableOfType(NotMailed.class, () -> at(nobody).send(letter("Ada", "Pay")));
        assertThat(away.fault()).isEqualTo(Fault.SERVER);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NotMailed hangs = catchThrowableOfType(
                    NotMailed.class, () -> at(silent.getLocalPort()).send(letter("Ada", "Pay")));
            assertThat(hangs.fault()).isEqualTo(Fault.SERVER);
        }
    }

    /** It may be about what stands in the mail: others are not to wait for that one. */
    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aServerThatFallsSilentInBetweenMayDoSoBecauseOfTheMail(String command) throws IOException {
        try (StubbornServer server = new StubbornServer(Map.of(command, ""))) {
            NotMailed hangs = catchThrowableOfType(
                    NotMailed.class, () -> at(server.port()).send(letter("Ada", "Pay")));
            assertThat(hangs.fault()).isEqualTo(Fault.MAIL);
        }
    }

    private static Smtp at(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
        return new Smtp(sender, "127.0.0.1", new MailAddresses("https://guildhall.example", PROPERTIES));
    }

    private static Letter letter(String name, String title) {
        return new Letter(
                "id",
                name,
                "ada@example.org",
                Instant.parse("2026-11-25T09:00:00Z"),
                title,
                "This waits.",
                List.of(new Section(
                        "", List.of(new Item(title, "https://guildhall.example/x", List.of("Say yes.", ""))))),
                "Because.",
                "https://guildhall.example/feeds/unsubscribe/t");
    }

    private static String raw(MimeMessage mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
