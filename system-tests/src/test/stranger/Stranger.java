import java.util.List;
import stranger.feed.api.EventLogControllerApi;
import stranger.feed.api.WebhookControllerApi;
import stranger.feed.model.WebhookFilterRequest;
import stranger.feed.model.WebhookView;
import stranger.feed.model.WebhookWebhookRequest;
import stranger.roadmap.api.OutcomeControllerApi;
import stranger.team.api.ImpedimentControllerApi;
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

        new OrganizationControllerApi(team)
                .organization()
                .getUnits()
                .forEach(unit -> say("unit", unit.getKind(), unit.getName()));
        say("impediments", new ImpedimentControllerApi(team)
                .listImpediments(null, null, null, "OPEN", null, null, null, 5)
                .getItems()
                .size());
        say("outcomes", new OutcomeControllerApi(roadmap)
                .listOutcomes(null, null, null, null, 5, null)
                .getItems()
                .size());
        new EventLogControllerApi(feed)
                .listEvents("team.units", null, null, null, null, null, null, 0L, null, 5)
                .getItems()
                .forEach(event -> say("event", event.getType(), event.getBy().getName()));

        var webhooks = new WebhookControllerApi(feed);
        WebhookView made = webhooks.create(
                        new WebhookWebhookRequest()
                                .url("https://example.com/guildhall")
                                .filter(new WebhookFilterRequest().topics(List.of("team.units"))),
                        "stranger-1")
                .getWebhook();
        say("webhook", made.getUrl(), made.getState());
        say("paused", webhooks.pause(made.getId(), "*", null).getState());
        say("webhooks", webhooks.listWebhooks(null, null).getItems().size());
        webhooks.delete(made.getId(), "*", null);
        try {
            webhooks.getWebhook(made.getId());
        } catch (stranger.feed.ApiException refusal) {
            say("refused", refusal.getCode());
        }
    }

    private static void say(Object... words) {
        System.out.println(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }
}
