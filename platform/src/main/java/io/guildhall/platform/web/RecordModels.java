package io.guildhall.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the API description what records say with {@code @Nullable}: every other component is always there. */
public final class RecordModels implements ModelConverter {

    private static final String CONTROLLER = "Controller";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        Class<?> outer = raw.getEnclosingClass();
        if (raw.isRecord() && outer != null && outer.getSimpleName().endsWith(CONTROLLER) && type.getName() == null) {
            // Two controllers may each have their ReviseRequest.
            type.setName(outer.getSimpleName().replace(CONTROLLER, "") + raw.getSimpleName());
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        if (resolved == null || !raw.isRecord()) {
            return resolved;
        }
        Schema<?> model = resolved;
        if (resolved.get$ref() != null) {
            String name = resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1);
            model = context.getDefinedModels().get(name);
        }
        if (model != null && model.getProperties() != null) {
            describe(model, raw);
        }
        return resolved;
    }

    private static void describe(Schema<?> model, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            Schema<?> property = model.getProperties().get(component.getName());
            if (property == null) {
                continue;
            }
            if (property.getAdditionalProperties() instanceof Schema<?> any && any.equals(new JsonSchema())) {
                // The same, in words that generators of clients know.
                property.setAdditionalProperties(true);
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                    model.addRequiredItem(component.getName());
                }
            } else if (property.getTypes() != null && !property.getTypes().contains("null")) {
                Set<String> types = new LinkedHashSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
            }
        }
    }
}
