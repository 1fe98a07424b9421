package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody of the organization. Only this holds a name and an address; everything else holds the id. */
public record Person(
        String name,
        @Nullable String email,

        @About("The sign-ins that are this person's, at most 10")
        List<Link> links,

        @About("False for somebody who has left") boolean active,
        @Nullable String externalId) {

    private static final int MOST_LINKS = 10;

    public Person {
        links = List.copyOf(links);
    }

    /** A sign-in at an identity provider. */
    public record Link(String issuer, String subject) {

        public Link {
            if (issuer.isBlank() || issuer.length() > 300 || subject.isBlank() || subject.length() > 300) {
                throw Refusal.invalid("bad-link", "A sign-in has an issuer and a subject of 1 to 300 characters.");
            }
        }
    }

    public static Change<Person> register(
            String name, @Nullable String email, List<Link> links, @Nullable String externalId) {
        Person person = new Person(checkedName(name), checkedEmail(email), links, true, externalId);
        return Change.of(person, new PersonRegistered());
    }

    public Change<Person> revise(String newName, @Nullable String newEmail, boolean newActive) {
        Person revised = new Person(checkedName(newName), checkedEmail(newEmail), links, newActive, externalId);
        return revised.equals(this) ? Change.none(this) : Change.of(revised, new PersonRevised());
    }

    public Change<Person> link(Link link) {
        if (links.contains(link)) {
            return Change.none(this);
        }
        if (links.size() >= MOST_LINKS) {
            throw Refusal.conflict("too-many-links", "A person has at most " + MOST_LINKS + " sign-ins.");
        }
        List<Link> more = new ArrayList<>(links);
        more.add(link);
        return Change.of(new Person(name, email, more, active, externalId), new SignInLinked());
    }

    public Change<Person> unlink(Link link) {
        if (!links.contains(link)) {
            return Change.none(this);
        }
        List<Link> fewer = new ArrayList<>(links);
        fewer.remove(link);
        return Change.of(new Person(name, email, fewer, active, externalId), new SignInUnlinked());
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > 100) {
            throw Refusal.invalid("bad-name", "A name has 1 to 100 characters.");
        }
        return name.strip();
    }

    private static @Nullable String checkedEmail(@Nullable String email) {
        if (email != null && (email.length() > 254 || !email.matches("[^@\\s]+@[^@\\s]+"))) {
            throw Refusal.invalid("bad-email", "'" + email + "' is no e-mail address.");
        }
        return email;
    }
}
