package io.guildhall.feed.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The address of a channel is known again by its owner, and by nobody else. */
class AddressTests {

    private static final Address SLACK = new Address("https://hooks.slack.com/services/T0/B0/abcdefghijklmnop");

    @Test
    void showsHostAndEnd() {
        assertThat(SLACK.masked()).isEqualTo("hooks.slack.com/…mnop");
        assertThat(SLACK.host()).isEqualTo("hooks.slack.com/…");
        assertThat(new Address("https://chat.example:8443/invoke?sig=0123456789abcdef").masked())
                .isEqualTo("chat.example:8443/…cdef");
    }

    @Test
    void showsNoEndOfWhatIsShort() {
        assertThat(new Address("https://chat.example/hook").masked()).isEqualTo("chat.example/…");
        assertThat(new Address("https://chat.example").masked()).isEqualTo("chat.example/…");
    }

    @Test
    void isInNoText() {
        assertThat(SLACK.toString()).doesNotContain("services", "abcdef");
        assertThat(SLACK.hiddenIn("Nothing at https://hooks.slack.com/services/T0/B0/abcdefghijklmnop, sorry"))
                .isEqualTo("Nothing at https://hooks.slack.com/***, sorry");
        assertThat(SLACK.hiddenIn("invalid token abcdefghijklmnop")).isEqualTo("invalid token ***");
        assertThat(new Address("https://chat.example/x?sig=very%2Fsecret%2Fkey").hiddenIn("no very/secret/key here"))
                .isEqualTo("no *** here");
        assertThat(new Address("https://chat.example/").hiddenIn("a/b")).isEqualTo("a/b");
    }
}
