package io.guildhall.team.organization.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.team.organization.People;
import io.guildhall.team.organization.Person;
import io.guildhall.team.organization.RegisterPerson;
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

/** People and their sign-ins; addresses and sign-ins are shown only to whoever keeps them. */
@RestController
@RequestMapping("/api/team/people")
class PeopleController implements ShowsCurrent {

    private final People people;
    private final RegisterPerson register;
    private final Access access;

    PeopleController(People people, RegisterPerson register, Access access) {
        this.people = people;
        this.register = register;
        this.access = access;
    }

    record PersonView(
            String id,
            long version,
            String name,
            @Nullable String email,
            List<Person.Link> links,
            boolean active,
            @Nullable String externalId) {}

    record RegisterRequest(String name, @Nullable String email) {}

    record ReviseRequest(
            String name, @Nullable String email, @Nullable Boolean active) {}

    record LinkRequest(String issuer, String subject) {}

    @GetMapping
    Page<PersonView> listPeople(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return people.page(q, cursor, limit).map(found -> view(found, caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<PersonView> getPerson(@PathVariable String id, Caller caller) {
        Stored<Person> found = people.get(id);
        return Replies.found(found, view(found, caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PersonView> register(@RequestBody RegisterRequest body, Caller caller) {
        Stored<Person> registered = register.register(required("name", body.name()), body.email(), caller.command());
        return Replies.created("/api/team/people/" + registered.id(), registered, view(registered, caller));
    }

    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<PersonView> revisePerson(@PathVariable String id, @RequestBody ReviseRequest body, Caller caller) {
        boolean active = body.active() == null || body.active();
        Stored<Person> revised =
                register.revise(id, required("name", body.name()), body.email(), active, caller.command());
        return Replies.found(revised, view(revised, caller));
    }

    @PostMapping("/{id}/links")
    ResponseEntity<PersonView> link(@PathVariable String id, @RequestBody LinkRequest body, Caller caller) {
        Person.Link link = new Person.Link(required("issuer", body.issuer()), required("subject", body.subject()));
        Stored<Person> linked = register.link(id, link, caller.command());
        return Replies.found(linked, view(linked, caller));
    }

    @PostMapping("/{id}/links/remove")
    ResponseEntity<PersonView> unlink(@PathVariable String id, @RequestBody LinkRequest body, Caller caller) {
        Person.Link link = new Person.Link(required("issuer", body.issuer()), required("subject", body.subject()));
        Stored<Person> unlinked = register.unlink(id, link, caller.command());
        return Replies.found(unlinked, view(unlinked, caller));
    }

    @Override
    public Object current(String id, Caller caller) {
        return view(people.get(id), caller);
    }

    private PersonView view(Stored<Person> stored, Caller caller) {
        Person person = stored.state();
        boolean keeper = access.may(caller.actor(), "RegisterPerson", List.of(Access.ROOT))
                || stored.id().equals(caller.actor().person());
        return new PersonView(
                stored.id(),
                stored.version(),
                person.name(),
                keeper ? person.email() : null,
                keeper ? person.links() : List.of(),
                person.active(),
                person.externalId());
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw Refusal.invalid("field-missing", "'" + field + "' has to be there.");
        }
        return value;
    }
}
