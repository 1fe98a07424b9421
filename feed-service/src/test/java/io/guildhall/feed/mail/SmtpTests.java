package io.guildhall.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.mail.Letter.Item;
import io.guildhall.feed.mail.Letter.Section;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
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
