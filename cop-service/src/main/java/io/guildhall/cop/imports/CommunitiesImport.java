package io.guildhall.cop.imports;

import io.guildhall.cop.communities.ImportCommunity;
import io.guildhall.cop.shared.People;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.imports.ImportKind;
import io.guildhall.platform.imports.ImportProperties;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.RowSource;
import io.guildhall.platform.imports.YamlRows;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes in a Backstage catalog: groups of the type community, with those who lead them and belong to them. */
@Component
class CommunitiesImport implements ImportKind {

    static final String USE_CASE = "ImportCommunities";

    private final ImportCommunity communities;
    private final People people;

    CommunitiesImport(ImportCommunity communities, People people) {
        this.communities = communities;
        this.people = people;
    }

    @Override
    public String name() {
        return "communities";
    }

    @Override
    public String useCase() {
        return USE_CASE;
    }

    @Override
    public RowSource open(InputStream file, ImportProperties bounds) {
        return new YamlRows(file, bounds);
    }

    @Override
    public ObjectNode propose(List<String> columns) {
        return StateMapper.tree(CommunitiesMapping.PROPOSED);
    }

    @Override
    public ImportSession session(ObjectNode mapping, List<String> columns, Actor actor) {
        return new CommunitiesSession(CommunitiesMapping.read(mapping), communities, people);
    }
}
