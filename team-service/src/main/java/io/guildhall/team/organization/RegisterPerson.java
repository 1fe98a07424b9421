package io.guildhall.team.organization;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes somebody known, corrects what is known, and links their sign-ins. */
@Component
public class RegisterPerson {

    private final People people;
    private final SignIns signIns;
    private final Administrators administrators;
    private final Access access;

    RegisterPerson(People people, SignIns signIns, Administrators administrators, Access access) {
        this.people = people;
        this.signIns = signIns;
        this.administrators = administrators;
        this.access = access;
    }

    public Stored<Person> register(String name, @Nullable String email, CommandContext context) {
        access.require(context.actor(), "RegisterPerson", Access.ROOT);
        return people.add(context.newId("person"), context, Person.register(name, email, List.of(), null));
    }

    public Stored<Person> revise(
            String id, String name, @Nullable String email, boolean active, CommandContext context) {
        people.get(id);
        access.require(context.actor(), "RegisterPerson", Access.ROOT);
        if (!active) {
            administrators.requireOneBeside(id);
        }
        return people.change(id, context, person -> person.revise(name, email, active));
    }

    public Stored<Person> link(String id, Person.Link link, CommandContext context) {
        people.get(id);
        access.require(context.actor(), "LinkSignIn", Access.ROOT);
        signIns.claim(link, id, context.at());
        return people.change(id, context, person -> person.link(link));
    }

    public Stored<Person> unlink(String id, Person.Link link, CommandContext context) {
        Person linked = people.get(id).state();
        access.require(context.actor(), "LinkSignIn", Access.ROOT);
        if (linked.links().equals(List.of(link))) {
            administrators.requireOneBeside(id);
        }
        Stored<Person> unlinked = people.change(id, context, person -> person.unlink(link));
        signIns.release(link, id);
        return unlinked;
    }

    /**
     * Makes somebody known under an id that the caller derives, or corrects the name and adds sign-ins; a repetition records
     * nothing. It asks for no permission: who calls it has asked for the whole.
     */
    public Stored<Person> registerOrRevise(
            String id,
            String name,
            @Nullable String email,
            List<Person.Link> links,
            String externalId,
            CommandContext context) {
        links.forEach(link -> signIns.claim(link, id, context.at()));
        Optional<Stored<Person>> known = people.find(id);
        if (known.isEmpty()) {
            return people.add(id, context, Person.register(name, email, links, externalId));
        }
        return people.change(id, context, person -> {
            Change<Person> revised = person.revise(name, email, person.active());
            List<DomainEvent> events = new ArrayList<>(revised.events());
            Person linked = revised.state();
            for (Person.Link link : links) {
                Change<Person> change = linked.link(link);
                linked = change.state();
                events.addAll(change.events());
            }
            return new Change<>(linked, events);
        });
    }
}
