package io.guildhall.team.imports;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.imports.ImportKind;
import io.guildhall.platform.imports.ImportProperties;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.RowSource;
import io.guildhall.platform.imports.YamlRows;
import io.guildhall.team.organization.Unit;
import io.guildhall.team.organization.UnitKind;
import io.guildhall.team.organization.Units;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes in a Backstage catalog: groups become units, users become people, annotations become roles. */
@Component
class CatalogImport implements ImportKind {

    private final Units units;
    private final ImportPerson person;
    private final ImportUnit unit;
    private final Access access;
    private final String issuer;

    CatalogImport(
            Units units,
            ImportPerson person,
            ImportUnit unit,
            Access access,
            @Value("${guildhall.identity.issuer}") String issuer) {
        this.units = units;
        this.person = person;
        this.unit = unit;
        this.access = access;
        this.issuer = issuer;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public String useCase() {
        return "ImportCatalog";
    }

    @Override
    public RowSource open(InputStream file, ImportProperties bounds) {
        return new YamlRows(file, bounds);
    }

    @Override
    public ObjectNode propose(List<String> columns) {
        List<Stored<Unit>> top = units.all().stream()
                .filter(found -> found.state().kind() == UnitKind.SCRUM_OF_SCRUMS
                        && found.state().parent() == null)
                .toList();
        return StateMapper.tree(
                CatalogMapping.proposed(top.size() == 1 ? top.get(0).id() : null, issuer));
    }

    @Override
    public ImportSession session(ObjectNode mapping, List<String> columns, Actor actor) {
        CatalogMapping read = CatalogMapping.read(mapping);
        String group = read.scrumOfScrums();
        if (group != null
                && units.find(group)
                        .filter(found -> found.state().kind() == UnitKind.SCRUM_OF_SCRUMS)
                        .isEmpty()) {
            throw Refusal.invalid(
                    "bad-mapping", "'scrumOfScrums' names no Scrum of Scrums; choose one from the organization.");
        }
        if (read.issuer() != null
                && !Objects.equals(read.issuer(), issuer)
                && !access.may(actor, "LinkSignIn", List.of(Access.ROOT))) {
            throw Refusal.invalid(
                    "bad-mapping", "Only an administrator lets people sign in elsewhere than at " + issuer + ".");
        }
        return new CatalogSession(read, person, unit);
    }
}
