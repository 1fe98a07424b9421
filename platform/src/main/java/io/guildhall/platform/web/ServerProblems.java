package io.guildhall.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** What the web server refuses before anybody here sees it, as a problem: its own page would tell of addresses inside. */
public final class ServerProblems extends ErrorHandler
        implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final HttpField TYPE = new HttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");

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
        response.write(true, problem(status), callback);
    }

    private static ByteBuffer problem(int status) {
        String body = status < 500 ? """
                {"type":"/problems/unreadable-request","title":"The request cannot be read","status":%d,\
                "detail":"Check its address, its headers and how long they are; send UTF-8, percent-encoded."}""" : """
                {"type":"/problems/unforeseen","title":"Something went wrong here","status":%d,\
                "detail":"Nothing of yours is wrong; try again, then tell an administrator."}""";
        return ByteBuffer.wrap(body.formatted(status).getBytes(StandardCharsets.UTF_8));
    }
}
