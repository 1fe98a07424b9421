package io.guildhall.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/..//evil.example",
                "/a/..//evil.example",
                "javascript:alert(1)",
                "evil.example",
                "",
                " /",
                "/%",
                "/auth/login",
                "/x/../auth/logout",
                "/api/team/me"
            })
    void doesNotLeadToAnotherSiteOrToAnythingButAPage(String wanted) {
        assertThat(ReturnTo.local(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/outcomes?quarter=2026-Q4&area=a", "/impediments/7#updates", "/a%20b", "/search?q=//x"})
    void leadsBackToALocalPage(String wanted) {
        assertThat(ReturnTo.local(wanted)).isEqualTo(wanted);
    }

    @Test
    void leadsHomeWithoutAWishOrWithOneTooLong() {
        assertThat(ReturnTo.local(null)).isEqualTo("/");
        assertThat(ReturnTo.local("/" + "a".repeat(3_000))).isEqualTo("/");
    }
}
