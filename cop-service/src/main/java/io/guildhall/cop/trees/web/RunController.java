package io.guildhall.cop.trees.web;

import io.guildhall.cop.trees.Attachment;
import io.guildhall.cop.trees.RunId;
import io.guildhall.cop.trees.RunTree;
import io.guildhall.cop.trees.TreeId;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.web.Caller;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs of decision trees over HTTP. A run is seen by its runner alone, until it is attached to something. */
@RestController
@RequestMapping("/api/cop")
class RunController {

    private final RunTree run;
    private final RunView.Runs views;

    RunController(RunTree run, RunView.Runs views) {
        this.run = run;
        this.views = views;
    }

    /**
     * @param step which question of this run, counted from 0; the same answer to it again changes nothing
     * @param answer which of its answers, counted from 0
     */
    record AnswerRequest(int step, int answer) {}

    /** @param step the question that is asked again, counted from 0 */
    record BackRequest(int step) {}

    /**
     * @param id of that thing in the service that owns it
     * @param title what it is called; left out where not everybody who sees the tree may know
     */
    record AttachRequest(
            Attachment.Kind kind, String id, @Nullable String title) {

        AttachRequest {
            Objects.requireNonNull(kind);
        }
    }

    /** @param id of that thing in the service that owns it */
    record DetachRequest(Attachment.Kind kind, String id) {

        DetachRequest {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(id);
        }
    }

    record Records(List<RunView> items) {}

    /** Begins at the first question of a published tree. */
    @PostMapping("/trees/{id}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RunView> startRun(@PathVariable TreeId id, Caller caller) {
        RunTree.State state = run.start(id, caller.command());
        return ResponseEntity.created(URI.create("/api/cop/runs/" + state.id())).body(views.of(state));
    }

    @GetMapping("/runs/{id}")
    RunView getRun(@PathVariable RunId id, Caller caller) {
        return views.of(run.get(id, caller.actor()));
    }

    /** Answers the question of a step. Where another answer was given, it is refused: 409 {@code answered-otherwise}. */
    @PostMapping("/runs/{id}/answers")
    RunView answerRun(@PathVariable RunId id, @RequestBody AnswerRequest body, Caller caller) {
        return views.of(run.answer(id, body.step(), body.answer(), caller.command()));
    }

    /** Asks an earlier question again; what was answered from there on is forgotten. */
    @PostMapping("/runs/{id}/back")
    RunView goBackInRun(@PathVariable RunId id, @RequestBody BackRequest body, Caller caller) {
        return views.of(run.back(id, body.step(), caller.command()));
    }

    /** From now on everybody who sees the tree sees this run, and that the caller has attached it. */
    @PostMapping("/runs/{id}/attach")
    RunView attachRun(@PathVariable RunId id, @RequestBody AttachRequest body, Caller caller) {
        return views.of(run.attach(id, body.kind(), body.id(), body.title(), caller.command()));
    }

    /** From now on others see that it was attached, and no longer what it says; it can be attached again. */
    @PostMapping("/runs/{id}/detach")
    RunView detachRun(@PathVariable RunId id, @RequestBody DetachRequest body, Caller caller) {
        return views.of(run.detach(id, body.kind(), body.id(), caller.command()));
    }

    /**
     * The runs that are or were attached to something.
     *
     * @param about kind and id, for example {@code IMPEDIMENT:<id>}
     */
    @GetMapping("/records")
    Records listRecords(@RequestParam String about, Caller caller) {
        int colon = about.indexOf(':');
        if (colon < 1 || colon == about.length() - 1) {
            throw noSuchThing();
        }
        return new Records(
                run.about(kind(about.substring(0, colon)), about.substring(colon + 1), caller.actor()).stream()
                        .map(views::of)
                        .toList());
    }

    private static Attachment.Kind kind(String name) {
        return Stream.of(Attachment.Kind.values())
                .filter(kind -> kind.name().equals(name) && kind != Attachment.Kind.UNKNOWN)
                .findFirst()
                .orElseThrow(RunController::noSuchThing);
    }

    private static Refusal noSuchThing() {
        return Refusal.invalid(
                        "unknown-thing", "Say what the runs are about by kind and id, for example IMPEDIMENT:1234.")
                .with("field", "about");
    }
}
