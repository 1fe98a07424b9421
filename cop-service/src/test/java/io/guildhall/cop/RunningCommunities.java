package io.guildhall.cop;

import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A running cop-service in the organization of the tests: Priya leads Payments technically, Amara is its Scrum Master, Carla
 * is Chief Product Owner, Grace leadership, Dev a developer; nobody is linked to the sign-in of the stranger.
 */
public final class RunningCommunities implements AutoCloseable {

    public static final String PRIYA = "priya";
    public static final String AMARA = "amara";
    public static final String CARLA = "carla";
    public static final String GRACE = "grace";
    public static final String DEV = "dev";
    public static final String ADMIN = "admin";

    private final RunningService service;

    private RunningCommunities(String installation, Map<String, String> settings) {
        this.service = RunningService.start(CopService.class, "cop-service", installation, settings);
    }

    public static RunningCommunities start() {
        return start(RealParts.installation(), Map.of());
    }

    /** Another instance of the service where the installation has one already. */
    public static RunningCommunities start(String installation, Map<String, String> settings) {
        RunningCommunities running = new RunningCommunities(installation, settings);
        running.publishOrganization();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> List.of(PRIYA, AMARA, CARLA, GRACE, DEV).stream()
                        .allMatch(
                                who -> running.get(who, "/api/cop/communities").statusCode() == 200));
        return running;
    }

    public RunningService service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
    }

    public HttpResponse<String> get(String who, String path) {
        return service.get(who, path);
    }

    public HttpResponse<String> post(String who, String path, String body) {
        return service.post(who, path, body, Map.of());
    }

    public HttpResponse<String> post(String who, String path, String body, HttpResponse<String> seen) {
        return service.post(who, path, body, RunningService.ifMatch(seen));
    }

    public HttpResponse<String> put(String who, String path, String body, HttpResponse<String> seen) {
        return service.send("PUT", RealParts.get().token(who), path, body, RunningService.ifMatch(seen));
    }

    public HttpResponse<String> delete(String who, String path, Map<String, String> headers) {
        return service.send("DELETE", RealParts.get().token(who), path, "", headers);
    }

    public static JsonNode body(HttpResponse<String> response) {
        return RunningService.body(response);
    }

    /** The path of a community that somebody founds and leads. */
    public String communityOf(String lead, String body) {
        HttpResponse<String> founded = post(lead, "/api/cop/communities", body);
        if (founded.statusCode() != 201) {
            throw new IllegalStateException(founded.body());
        }
        return "/api/cop/communities/" + body(founded).path("id").asString();
    }

    private void publishOrganization() {
        service.publish("team.units", "product", """
                {"kind":"PRODUCT","name":"Harbour","assignments":[
                {"person":"carla","role":"CHIEF_PRODUCT_OWNER","from":"2026-01-01"},
                {"person":"grace","role":"EXECUTIVE_ACTION_TEAM","from":"2026-01-01"}]}""");
        service.publish("team.units", "payments", """
                {"kind":"TEAM","name":"Payments","parent":"product","assignments":[
                {"person":"priya","role":"TECH_LEAD","from":"2026-01-01"},
                {"person":"dev","role":"DEVELOPER","from":"2026-01-01"},
                {"person":"amara","role":"SCRUM_MASTER","from":"2026-01-01"}]}""");
        for (String person : List.of(PRIYA, AMARA, CARLA, GRACE, DEV)) {
            person(person, true);
        }
    }

    /** Publishes a person, who signs in by the same name. */
    public void person(String id, boolean active) {
        service.publish("team.people", id, System.currentTimeMillis(), """
                {"name":"%s","active":%s,"links":[{"issuer":"%s","subject":"%s"}]}""".formatted(
                        id, active, RealParts.get().issuer(), id));
    }
}
