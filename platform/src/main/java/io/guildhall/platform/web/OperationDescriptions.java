package io.guildhall.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Tells the API description what the platform does around every handler: tokens, headers and problems. */
public final class OperationDescriptions implements GlobalOperationCustomizer {

    private static final String PROBLEM = "ProblemDetail";
    private static final String TOKEN = "token";
    private static final Set<RequestMethod> COMMANDS =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    /** What is the same for every operation of a service. */
    public static OpenAPI of(String service) {
        return new OpenAPI()
                .info(new Info().title("Guildhall " + service).version("1"))
                .addServersItem(new Server()
                        .url("http://localhost:8080")
                        .description("The gateway, where the one command starts it"))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.hasMethodAnnotation(IfMatch.class)) {
            operation.addParametersItem(header(
                            "If-Match",
                            "The ETag of the version that was seen, or * for whatever is there. Another version gives 412.",
                            text())
                    .required(true));
        }
        if (commands(handler)) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    "1 to 200 characters. A repetition with the same key is carried out once.",
                    text().maxLength(200)));
        }
        ApiResponses responses = operation.getResponses();
        if (handler.getReturnType().getParameterType() == ResponseEntity.class) {
            responses.values().forEach(OperationDescriptions::describe);
        }
        responses.addApiResponse(
                ApiResponses.DEFAULT,
                new ApiResponse()
                        .description("What went wrong and what to do (RFC 9457)")
                        .content(new Content()
                                .addMediaType(
                                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        new MediaType()
                                                .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM)))));
        return operation;
    }

    private static void describe(ApiResponse response) {
        response.addHeaderObject(
                "ETag",
                new Header().description("The version of what the answer shows").schema(text()));
    }

    private static boolean commands(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.method()).stream().anyMatch(COMMANDS::contains);
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return new Parameter().in("header").name(name).description(description).schema(schema);
    }

    /** The members of RFC 9457; a problem may have more, such as {@code current} with 412. */
    private static Schema<?> problem() {
        Schema<?> status = new JsonSchema();
        status.setTypes(Set.of("integer"));
        Schema<?> problem = new JsonSchema()
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", status)
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"));
        problem.setTypes(Set.of("object"));
        return problem.required(List.of("type", "title", "status", "detail")).additionalProperties(true);
    }

    private static Schema<?> text() {
        Schema<?> text = new JsonSchema();
        text.setTypes(Set.of("string"));
        return text;
    }
}
