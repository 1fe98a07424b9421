package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.Refusal;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before anybody here sees it, as a problem: its own page would tell of addresses inside. */
public final class ServerProblems extends ErrorHandler
        implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final HttpField TYPE = new HttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

    private final JsonMapper json;

    ServerProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(TYPE);
        Refusal refusal = status < 500
                ? Problems.unreadable(
                        status, "Check its address, its headers and how long they are; send UTF-8, percent-encoded.")
                : Problems.unforeseen(status);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(Problems.of(refusal))), callback);
    }
}
