package io.guildhall.standalone.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** One click per persona, or any name with the common password. */
@RestController
class LoginPage {

    static final String PATH = "/login";
    static final String STYLE = "/login.css";

    private static final Map<String, String> NOTICES = Map.of(
            "refused", "That name and password do not match. The password is “guildhall”.",
            "again", "The page was too old. Please choose again.",
            "logout", "You are signed out.");

    private final IdentityProperties properties;
    private final String page = text("login.html");
    private final String style = text("login.css");

    LoginPage(IdentityProperties properties) {
        this.properties = properties;
    }

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@RequestParam Map<String, String> query, CsrfToken csrf) {
        String hidden = "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(HtmlUtils.htmlEscape(csrf.getParameterName()), HtmlUtils.htmlEscape(csrf.getToken()));
        String body = page.replace("{{notice}}", notice(query))
                .replace("{{personas}}", personas())
                .replace("{{csrf}}", hidden);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    @GetMapping(STYLE)
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(style);
    }

    private static String notice(Map<String, String> query) {
        return NOTICES.entrySet().stream()
                .filter(notice -> query.containsKey(notice.getKey()))
                .map(notice -> "<p class=\"notice\" role=\"alert\">" + notice.getValue() + "</p>")
                .collect(Collectors.joining());
    }

    private String personas() {
        return Persona.offered(properties.sample()).stream()
                .map(persona -> """
                        <li><button name="username" value="%s">\
                        <span class="title">%s</span> <span class="who">%s</span></button></li>
                        """.formatted(persona.subject(), persona.title(), persona.fullName()))
                .collect(Collectors.joining());
    }

    private static String text(String name) {
        try (var in = new ClassPathResource(name, LoginPage.class).getInputStream()) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("The page " + name + " is missing in this build", failure);
        }
    }
}
