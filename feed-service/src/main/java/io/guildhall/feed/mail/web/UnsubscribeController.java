package io.guildhall.feed.mail.web;

import io.guildhall.feed.mail.MailAddresses;
import io.guildhall.feed.mail.MailKind;
import io.guildhall.feed.mail.ManageNotifications;
import io.guildhall.feed.mail.UnsubscribeTokens;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ends a kind of mail for whoever has one, without a sign-in. A mail program posts by itself (RFC 8058); a person gets a page
 * that asks, because programs that look for evil in mails open every link in them.
 */
@Hidden // not part of the API: the address comes whole, in a mail
@RestController
@RequestMapping(MailAddresses.UNSUBSCRIBE)
class UnsubscribeController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final UnsubscribeTokens tokens;
    private final ManageNotifications manage;
    private final MailAddresses addresses;

    UnsubscribeController(UnsubscribeTokens tokens, ManageNotifications manage, MailAddresses addresses) {
        this.tokens = tokens;
        this.manage = manage;
        this.addresses = addresses;
    }

    /** Changes nothing. */
    @GetMapping("/{token}")
    ResponseEntity<String> ask(@PathVariable String token) {
        return tokens.read(token)
                .map(target -> page(
                        HttpStatus.OK,
                        "No more of these mails?",
                        words(target.kind()) + " will not be mailed to you any more.",
                        "<form method=\"post\"><button>Unsubscribe</button></form>"))
                .orElseGet(this::nothingHere);
    }

    @PostMapping("/{token}")
    ResponseEntity<String> unsubscribe(@PathVariable String token) {
        return tokens.read(token)
                .map(target -> {
                    manage.unsubscribe(target);
                    return page(
                            HttpStatus.OK,
                            "Unsubscribed",
                            words(target.kind()) + " will not be mailed to you any more.",
                            "");
                })
                .orElseGet(this::nothingHere);
    }

    private ResponseEntity<String> nothingHere() {
        return page(
                HttpStatus.NOT_FOUND,
                "This link does not count any more",
                "Choose what is mailed to you in Guildhall itself.",
                "");
    }

    private static String words(MailKind kind) {
        return switch (kind) {
            case NOTICES -> "What waits for your answer";
            case DIGEST -> "Your week";
            case WEBHOOKS -> "News of your webhooks";
            case INVITATIONS -> "Invitations to gatherings";
        };
    }

    /** In the look of the gateway's own pages, whose style sheet it asks for: a style in the page is not allowed there. */
    private ResponseEntity<String> page(HttpStatus status, String title, String text, String form) {
        String html = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex">
                <link rel="stylesheet" href="/auth/problem.css">
                <title>%1$s - Guildhall</title>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                %3$s
                <p><a href="%4$s">Choose what is mailed to you</a></p>
                </main>
                </html>
                """.formatted(title, text, form, addresses.page("/notifications"));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }
}
