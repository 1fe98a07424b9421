package io.guildhall.team.imports;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.RowResult;
import io.guildhall.platform.imports.Verdict;
import io.guildhall.team.organization.People;
import io.guildhall.team.organization.Person;
import io.guildhall.team.organization.RegisterPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a person of a catalog's user, or corrects what is known of them. */
@Component
class ImportPerson {

    private final People people;
    private final RegisterPerson register;
    private final Scopes scopes;

    ImportPerson(People people, RegisterPerson register, Scopes scopes) {
        this.people = people;
        this.register = register;
        this.scopes = scopes;
    }

    RowResult take(
            CatalogEntity user, CatalogFile file, CatalogMapping mapping, boolean apply, CommandContext context) {
        String id = mapping.personId(user.name());
        List<Problem> problems = new ArrayList<>();
        Optional<Stored<Person>> known = people.find(id);
        List<Person.Link> links = links(user, id, mapping, problems);
        user.members().stream()
                .filter(group -> file.group(group) == null)
                .forEach(group -> problems.add(new Problem(
                        "The group " + Problem.quoted(group) + " is not in the file.",
                        "Add the group to the catalog, or take it out of 'memberOf'.")));
        Verdict verdict;
        if (known.isEmpty()) {
            Person.register(user.title(), user.email(), links, user.name());
            verdict = Verdict.CREATE;
        } else {
            Person person = known.get().state();
            if (!person.active()) {
                problems.add(new Problem(
                        person.name() + " has left here.", "Take the user out of the catalog, or welcome them back."));
            }
            verdict = changes(person, user, links) ? Verdict.UPDATE : Verdict.UNCHANGED;
        }
        if (apply && verdict != Verdict.UNCHANGED) {
            register.registerOrRevise(id, user.title(), email(user, known.orElse(null)), links, user.name(), context);
        }
        return RowResult.of(user.name(), verdict, problems);
    }

    private static boolean changes(Person person, CatalogEntity user, List<Person.Link> links) {
        String email = user.email() == null ? person.email() : user.email();
        return !person.revise(user.title(), email, person.active()).events().isEmpty()
                || !person.links().containsAll(links);
    }

    /** What people have noted here stays where the catalog says nothing. */
    private static @Nullable String email(CatalogEntity user, @Nullable Stored<Person> known) {
        return user.email() != null || known == null
                ? user.email()
                : known.state().email();
    }

    private List<Person.Link> links(CatalogEntity user, String id, CatalogMapping mapping, List<Problem> problems) {
        String issuer = mapping.issuer();
        if (issuer == null || issuer.isBlank()) {
            return List.of();
        }
        Optional<String> holder = scopes.linked(issuer, user.name());
        if (holder.isPresent() && !holder.get().equals(id)) {
            problems.add(new Problem(
                    "The sign-in " + Problem.quoted(user.name()) + " belongs to " + scopes.nameOf(holder.get())
                            + " already.",
                    "The person is taken without a sign-in; an administrator can link another one."));
            return List.of();
        }
        return List.of(new Person.Link(issuer, user.name()));
    }
}
