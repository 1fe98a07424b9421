package io.guildhall.feed.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing inside the network can be reached by the address of an endpoint, however it is written. */
class ForbiddenAddressesTests {

    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://127.8.9.10/hook",
                "https://0.0.0.0/hook",
                "https://0.1.2.3/hook",
                "https://10.0.0.1/hook",
                "https://172.16.0.1/hook",
                "https://172.31.255.255/hook",
                "https://192.168.1.1/hook",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/hook",
                "https://100.127.255.255/hook",
                "https://192.0.0.8/hook",
                "https://192.0.2.1/hook",
                "https://198.18.0.1/hook",
                "https://198.19.255.255/hook",
                "https://198.51.100.7/hook",
                "https://203.0.113.9/hook",
                "https://224.0.0.1/hook",
                "https://239.255.255.255/hook",
                "https://240.0.0.1/hook",
                "https://255.255.255.255/hook",
                "https://[::]/hook",
                "https://[::1]/hook",
                "https://[0:0:0:0:0:0:0:1]/hook",
                "https://[::ffff:127.0.0.1]/hook",
                "https://[::ffff:7f00:1]/hook",
                "https://[::ffff:10.0.0.1]/hook",
                "https://[::127.0.0.1]/hook",
                "https://[64:ff9b::7f00:1]/hook",
                "https://[64:ff9b:1::1]/hook",
                "https://[2002:7f00:1::]/hook",
                "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/hook",
                "https://[fc00::1]/hook",
                "https://[fd12:3456:789a::1]/hook",
                "https://[fe80::1]/hook",
                "https://[fe80::1%25eth0]/hook",
                "https://[fec0::1]/hook",
                "https://[ff02::1]/hook",
                "https://[2001:db8::1]/hook",
                "https://[100::1]/hook",
                "https://localhost/hook",
                "https://LocalHost/hook",
                "https://localhost./hook",
                "https://a.localhost/hook",
                "https://printer.local/hook",
                "https://metadata.google.internal/hook",
                "https://METADATA.GOOGLE.INTERNAL./hook",
                "https://2130706433/hook",
                "https://017700000001/hook",
                "https://0177.0.0.1/hook",
                "https://127.0.0.01/hook",
                "https://0x7f000001/hook",
                "https://0x7F.1/hook",
                "https://0x7f.0.0.0x1/hook",
                "https://127.1/hook",
                "https://127.0.1/hook",
                "https://127.0.0.1./hook",
                "https://256.1.1.1/hook",
                "https://１２７.０.０.１/hook",
                "https://ⓛocalhost/hook",
                "https://127%2e0%2e0%2e1/hook",
                "https://%6cocalhost/hook",
                "https://example.com@127.0.0.1/hook",
                "https://user:password@example.com/hook",
                "https://127.0.0.1#@example.com/",
                "https://example.com\\@127.0.0.1/hook",
                "https://example.com /hook",
                "https://example.com\n.evil.example/hook",
                "https:///hook",
                "https:hook",
                "//example.com/hook",
                "/hook",
                "https://example.com:0/hook",
                "https://example.com:65536/hook",
                "https://example.com:99999999999/hook",
                "https://example.com#part",
                "http://example.com/hook",
                "ftp://example.com/hook",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:https://example.com!/x",
                "javascript:alert(1)",
                "https://-example.com/hook",
                "https://"
            })
    void refusesWhatIsNotPublic(String url) {
        assertThatThrownBy(() -> addresses(false, List.of(), PUBLIC).accept(url))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.type()).isIn("forbidden-address", "bad-url");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/hook",
                "HTTPS://Example.COM:8443/hook?key=1&other=%20",
                "https://xn--bcher-kva.example/hook",
                "https://93.184.215.14/hook",
                "https://172.32.0.1/hook",
                "https://100.128.0.1/hook",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hook",
                "https://localhost.example.com/hook",
                "https://example.com"
            })
    void takesWhatIsPublic(String url) {
        assertThatCode(() -> addresses(false, List.of(), PUBLIC).accept(url)).doesNotThrowAnyException();
    }

    @Test
    void refusesANameThatLeadsInsideWithAnyOfItsAddresses() {
        for (String inside :
                List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:192.168.0.1")) {
            assertThatThrownBy(() -> addresses(false, List.of(), inside).accept("https://example.com/"))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> addresses(false, List.of(), PUBLIC, inside).accept("https://example.com/"))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aNameThatIsNotKnownYetMayBeSet() {
        Addresses addresses = new Addresses(properties(false, List.of()), host -> {
            throw new UnknownHostException(host);
        });
        assertThatCode(() -> addresses.accept("https://soon.example/")).doesNotThrowAnyException();
    }

    @Test
    void refusesALongAddress() {
        String most = "https://example.com/" + "x".repeat(Addresses.LONGEST - 20);
        assertThatCode(() -> addresses(false, List.of(), PUBLIC).accept(most)).doesNotThrowAnyException();
        assertThatThrownBy(() -> addresses(false, List.of(), PUBLIC).accept(most + "x"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theConfigurationMayAllowSomeOfWhatIsInside() {
        List<String> allowed = List.of("10.1.0.0/16", "192.168.7.7", "fd00:1::/32", "Hooks.internal");
        Addresses addresses = addresses(false, allowed, PUBLIC);
        for (String url : List.of(
                "http://10.1.2.3/",
                "https://192.168.7.7/",
                "http://[fd00:1::9]/",
                "http://hooks.internal:8080/",
                "https://HOOKS.internal/")) {
            assertThatCode(() -> addresses.accept(url)).doesNotThrowAnyException();
        }
        for (String url : List.of(
                "http://10.2.2.3/", "https://192.168.7.8/", "https://[fd00:2::9]/", "https://other.internal/")) {
            assertThatThrownBy(() -> addresses.accept(url)).isInstanceOf(Refusal.class);
        }
        assertThatCode(() -> addresses(false, allowed, "10.9.9.9").accept("https://hooks.internal/"))
                .doesNotThrowAnyException();
        assertThatCode(() -> addresses(false, allowed, "10.1.9.9").accept("https://example.com/"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> addresses(false, allowed, "10.1.9.9").accept("http://example.com/"))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> addresses(true, allowed, PUBLIC).accept("http://example.com/"))
                .doesNotThrowAnyException();
    }

    @Test
    void looksAgainBeforeEachConnection() throws UnknownHostException {
        Iterator<String> answers = List.of(PUBLIC, "127.0.0.1").iterator();
        Addresses addresses = new Addresses(
                properties(true, List.of()), host -> new InetAddress[] {InetAddress.getByName(answers.next())});
        addresses.accept("http://rebinding.example/");
        assertThatThrownBy(() -> addresses.resolve("rebinding.example")).isInstanceOf(Refusal.class);
    }

    private static Addresses addresses(boolean plainHttp, List<String> allowed, String... leadsTo) {
        return new Addresses(properties(plainHttp, allowed), host -> {
            InetAddress[] found = new InetAddress[leadsTo.length];
            for (int i = 0; i < leadsTo.length; i++) {
                found[i] = InetAddress.getByName(leadsTo[i]);
            }
            return found;
        });
    }

    private static OutgoingProperties properties(boolean plainHttp, List<String> allowed) {
        return new OutgoingProperties(allowed, plainHttp);
    }
}
