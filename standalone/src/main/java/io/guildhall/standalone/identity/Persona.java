package io.guildhall.standalone.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The people one can sign in as with one click; the sample gives each of them a place in the organization. */
public enum Persona {
    ADMIN("admin", "Noor Haddad", "Administrator"),
    CPO("cpo", "Ingrid Solberg", "Chief Product Owner"),
    APO("apo", "Mateus Carvalho", "Area Product Owner"),
    PO("po", "Yuki Tanabe", "Product Owner"),
    SM("sm", "Amara Okafor", "Scrum Master"),
    SOSM("sosm", "Zsofia Nemeth", "Scrum of Scrums Master"),
    DEV("dev", "Lena Hofer", "Developer"),
    EAT("eat", "Grace Achebe", "Executive Action Team"),
    STAKEHOLDER("stakeholder", "Henrik Dahl", "Stakeholder"),
    LEAD("lead", "Priya Raman", "Tech lead");

    private final String subject;
    private final String fullName;
    private final String title;

    Persona(String subject, String fullName, String title) {
        this.subject = subject;
        this.fullName = fullName;
        this.title = title;
    }

    /** The user name, which is also the subject of the tokens. */
    public String subject() {
        return subject;
    }

    public String fullName() {
        return fullName;
    }

    /** What the person does, in the words of the product. */
    public String title() {
        return title;
    }

    /** Whom to offer: without the sample the organization knows the administrator alone. */
    public static List<Persona> offered(boolean sample) {
        return sample ? List.of(values()) : List.of(ADMIN);
    }

    static Optional<Persona> of(String subject) {
        return Arrays.stream(values())
                .filter(persona -> persona.subject.equals(subject))
                .findFirst();
    }
}
