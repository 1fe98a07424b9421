package io.guildhall.roadmap.features.web;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.Seen;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.roadmap.features.Feature;
import io.guildhall.roadmap.features.FeatureDraft;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.features.Features;
import io.guildhall.roadmap.features.LinkFeature;
import io.guildhall.roadmap.features.Need;
import io.guildhall.roadmap.features.PlanFeature;
import io.guildhall.roadmap.features.ReviseFeature;
import io.guildhall.roadmap.features.Timing;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Features over HTTP. */
@RestController
@RequestMapping("/api/roadmap/features")
class FeatureController implements ShowsCurrent {

    private final Features features;
    private final PlanFeature plan;
    private final ReviseFeature revise;
    private final LinkFeature link;
    private final FeatureView.Views views;

    FeatureController(
            Features features, PlanFeature plan, ReviseFeature revise, LinkFeature link, FeatureView.Views views) {
        this.features = features;
        this.plan = plan;
        this.revise = revise;
        this.link = link;
        this.views = views;
    }

    record NeedRequest(@Nullable UnitId team, @Nullable String note) {

        Need need() {
            if (team == null) {
                throw Refusal.invalid("team-missing", "Say which team is needed.");
            }
            return Need.of(team, note);
        }
    }

    /** Only the title has to be there. */
    record PlanRequest(
            @Nullable String key,
            String title,
            @Nullable UnitId team,
            @Nullable Integer plannedSprint,
            @Nullable LocalDate plannedDate,
            @Nullable FeatureStatus status,
            @Nullable List<NeedRequest> needs,
            @Nullable OutcomeId outcome,
            @Nullable Visibility visibility) {

        FeatureDraft draft() {
            return new FeatureDraft(
                    key,
                    title,
                    team,
                    new Timing(plannedSprint, plannedDate),
                    status == null ? FeatureStatus.PLANNED : status,
                    needs == null
                            ? List.of()
                            : needs.stream().map(NeedRequest::need).toList(),
                    visibility == null ? Visibility.ORGANIZATION : visibility);
        }
    }

    /** The whole feature, but for its link to an outcome; status, needs and visibility stay as they are when left out. */
    record ReviseRequest(
            @Nullable String key,
            String title,
            @Nullable UnitId team,
            @Nullable Integer plannedSprint,
            @Nullable LocalDate plannedDate,
            @Nullable FeatureStatus status,
            @Nullable List<NeedRequest> needs,
            @Nullable Visibility visibility) {

        FeatureDraft draft(Feature present) {
            return new FeatureDraft(
                    key,
                    title,
                    team,
                    new Timing(plannedSprint, plannedDate),
                    status == null ? present.status() : status,
                    needs == null
                            ? present.needs()
                            : needs.stream().map(NeedRequest::need).toList(),
                    visibility == null ? present.visibility() : visibility);
        }
    }

    /** @param outcome null makes it work without an outcome */
    record LinkRequest(@Nullable OutcomeId outcome) {}

    record LinkAllRequest(
            @Nullable OutcomeId outcome, @Nullable List<FeatureId> features) {}

    record RescheduleRequest(
            @Nullable Integer plannedSprint,
            @Nullable LocalDate plannedDate,
            @Nullable String reason) {}

    /**
     * @param stale whether what the caller has just seen elsewhere is not in here yet
     * @param can what the reader may do in this team; anywhere, when no team is asked for
     */
    record FeaturePage(List<FeatureView> items, @Nullable String next, boolean stale, List<String> can) {}

    record LinkedFeatures(List<FeatureView> items) {}

    @GetMapping
    FeaturePage listFeatures(
            @RequestParam(required = false) @Nullable UnitId team,
            @RequestParam(required = false) @Nullable OutcomeId outcome,
            @RequestParam(defaultValue = "false") boolean unlinked,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable FeatureStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            @RequestParam(required = false) @Nullable String seen,
            Caller caller) {
        boolean stale = Seen.staleAfterWaiting(seen, views.dependencies());
        Page<Stored<Feature>> page =
                features.page(new Features.Filter(team, outcome, unlinked, q, status), caller.actor(), cursor, limit);
        return new FeaturePage(
                views.of(page.items(), caller.actor()), page.next(), stale, views.can(team, caller.actor()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FeatureView> plan(@RequestBody PlanRequest body, Caller caller) {
        Stored<Feature> planned = plan.plan(body.draft(), body.outcome(), caller.command());
        return Replies.created("/api/roadmap/features/" + planned.id(), planned, views.of(planned, caller.actor()));
    }

    @PostMapping("/link")
    LinkedFeatures linkAll(@RequestBody LinkAllRequest body, Caller caller) {
        List<FeatureId> ids = body.features() == null ? List.of() : body.features();
        return new LinkedFeatures(views.of(link.linkAll(ids, body.outcome(), caller.command()), caller.actor()));
    }

    @GetMapping("/{id}")
    ResponseEntity<FeatureView> getFeature(
            @PathVariable FeatureId id, @RequestParam(required = false) @Nullable String seen, Caller caller) {
        Seen.staleAfterWaiting(seen, views.dependencies());
        return reply(features.get(id, caller.actor()), caller);
    }

    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<FeatureView> reviseFeature(
            @PathVariable FeatureId id, @RequestBody ReviseRequest body, Caller caller) {
        Feature present = features.get(id, caller.actor()).state();
        return reply(revise.revise(id, body.draft(present), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/link")
    ResponseEntity<FeatureView> link(@PathVariable FeatureId id, @RequestBody LinkRequest body, Caller caller) {
        return reply(link.link(id, body.outcome(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/reschedule")
    ResponseEntity<FeatureView> reschedule(
            @PathVariable FeatureId id, @RequestBody RescheduleRequest body, Caller caller) {
        Timing timing = new Timing(body.plannedSprint(), body.plannedDate());
        return reply(revise.reschedule(id, timing, body.reason(), caller.command()), caller);
    }

    /** Adds to what is there, so that it needs no version. */
    @PostMapping("/{id}/need")
    ResponseEntity<FeatureView> need(@PathVariable FeatureId id, @RequestBody NeedRequest body, Caller caller) {
        Need need = body.need();
        return reply(revise.addNeed(id, need.team(), need.note(), caller.command()), caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(features.get(new FeatureId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<FeatureView> reply(Stored<Feature> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }
}
