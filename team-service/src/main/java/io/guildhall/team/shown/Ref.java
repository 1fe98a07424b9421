package io.guildhall.team.shown;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;

/** A unit or a person with the name to show. */
public record Ref(String id, String name) {

    public static Ref unit(String id, Scopes scopes) {
        return new Ref(id, scopes.scope(id).map(Scope::name).orElse("Unknown unit"));
    }

    public static Ref person(String id, Scopes scopes) {
        return new Ref(id, scopes.nameOf(id));
    }
}
