package io.guildhall.roadmap.imports;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.imports.CsvRows;
import io.guildhall.platform.imports.ImportKind;
import io.guildhall.platform.imports.ImportProperties;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.RowSource;
import io.guildhall.roadmap.features.ImportFeature;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes in the CSV export of a tracker. Columns that the mapping does not name are left alone. */
@Component
class FeaturesImport implements ImportKind {

    private final ImportFeature features;
    private final Scopes scopes;

    FeaturesImport(ImportFeature features, Scopes scopes) {
        this.features = features;
        this.scopes = scopes;
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public String useCase() {
        return "ImportFeatures";
    }

    @Override
    public RowSource open(InputStream file, ImportProperties bounds) {
        return new CsvRows(file, bounds);
    }

    @Override
    public ObjectNode propose(List<String> columns) {
        return StateMapper.tree(FeatureMapping.proposed(columns));
    }

    @Override
    public ImportSession session(ObjectNode mapping, List<String> columns, Actor actor) {
        return new FeatureSession(FeatureMapping.read(mapping, columns), columns, new TeamNames(scopes), features);
    }
}
