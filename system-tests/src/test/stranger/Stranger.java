import java.util.List;
import stranger.feed.api.EventLogControllerApi;
import stranger.feed.api.EventLogControllerApi.APIListEventsRequest;
import stranger.feed.api.WebhookControllerApi;
import stranger.feed.api.WebhookControllerApi.APICreateRequest;
import stranger.feed.api.WebhookControllerApi.APIDeleteRequest;
import stranger.feed.api.WebhookControllerApi.APIGetWebhookRequest;
import stranger.feed.api.WebhookControllerApi.APIListWebhooksRequest;
import stranger.feed.api.WebhookControllerApi.APIPauseRequest;
import stranger.feed.model.WebhookFilterRequest;
import stranger.feed.model.WebhookView;
import stranger.feed.model.WebhookWebhookRequest;
import stranger.roadmap.api.OutcomeControllerApi;
import stranger.roadmap.api.OutcomeControllerApi.APIListOutcomesRequest;
import stranger.team.api.ImpedimentControllerApi;
import stranger.team.api.ImpedimentControllerApi.APIListImpedimentsRequest;
import stranger.team.api.OrganizationControllerApi;

/** A script of somebody else, written against the generated clients only. */
class Stranger {

    public static void main(String[] args) throws Exception {
        String gateway = args[0];
        String token = "Bearer " + args[1];
        var team = new stranger.team.ApiClient();
        team.updateBaseUri(gateway);
        team.setRequestInterceptor(request -> request.header("Authorization", token));
        var roadmap = new stranger.roadmap.ApiClient();
        roadmap.updateBaseUri(gateway);
        roadmap.setRequestInterceptor(request -> request.header("Authorization", token));
        var feed = new stranger.feed.ApiClient();
        feed.updateBaseUri(gateway);
        feed.setRequestInterceptor(request -> request.header("Authorization", token));

        reads(team, roadmap, feed);
        changes(new WebhookControllerApi(feed));
    }

    private static void reads(
            stranger.team.ApiClient team, stranger.roadmap.ApiClient roadmap, stranger.feed.ApiClient feed)
            throws Exception {
        new OrganizationControllerApi(team)
                .organization()
                .getUnits()
                .forEach(unit -> say("unit", unit.getKind(), unit.getName()));
        say("impediments", new ImpedimentControllerApi(team)
                .listImpediments(APIListImpedimentsRequest.newBuilder().state("OPEN").limit(5).build())
                .getItems()
                .size());
        say("outcomes", new OutcomeControllerApi(roadmap)
                .listOutcomes(APIListOutcomesRequest.newBuilder().limit(5).build())
                .getItems()
                .size());
        new EventLogControllerApi(feed)
                .listEvents(APIListEventsRequest.newBuilder().topic("team.units").after(0L).limit(5).build())
                .getItems()
                .forEach(event -> say("event", event.getType(), event.getBy().getName()));
    }

    private static void changes(WebhookControllerApi webhooks) throws Exception {
        WebhookWebhookRequest wish = new WebhookWebhookRequest()
                .url("https://example.com/guildhall")
                .filter(new WebhookFilterRequest().topics(List.of("team.units")));
        WebhookView made = webhooks.create(APICreateRequest.newBuilder()
                        .webhookWebhookRequest(wish)
                        .idempotencyKey("stranger-1")
                        .build())
                .getWebhook();
        say("webhook", made.getUrl(), made.getState());
        say("paused", webhooks.pause(APIPauseRequest.newBuilder().id(made.getId()).ifMatch("*").build())
                .getState());
        say("webhooks", webhooks.listWebhooks(APIListWebhooksRequest.newBuilder().build())
                .getItems()
                .size());
        webhooks.delete(APIDeleteRequest.newBuilder().id(made.getId()).ifMatch("*").build());
        try {
            webhooks.getWebhook(APIGetWebhookRequest.newBuilder().id(made.getId()).build());
        } catch (stranger.feed.ApiException refusal) {
            say("refused", refusal.getCode());
        }
    }

    private static void say(Object... words) {
        System.out.println(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }
}
