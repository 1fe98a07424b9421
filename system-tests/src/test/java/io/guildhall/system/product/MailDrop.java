package io.guildhall.system.product;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.testing.FreePorts;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A mail server that takes everything, and shows to the browser's tests what it took. */
final class MailDrop implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final GreenMail mails;
    private final HttpServer shown;
    private final int port;

    MailDrop() throws IOException {
        port = FreePorts.one();
        mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        shown = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shown.createContext("/", this::show);
        shown.start();
    }

    /** What an installation sets so that mail comes here, soon and without a limit. */
    Map<String, String> environment() {
        return Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", Integer.toString(port),
                "GUILDHALL_MAIL_QUIET", "1s",
                "GUILDHALL_MAIL_MOSTADAY", "1000");
    }

    /** Where it shows what it took, as JSON. */
    String address() {
        return "http://127.0.0.1:" + shown.getAddress().getPort() + "/";
    }

    private void show(HttpExchange exchange) throws IOException {
        List<Map<String, String>> all = new ArrayList<>();
        try {
            for (MimeMessage mail : mails.getReceivedMessages()) {
                String[] unsubscribe = mail.getHeader("List-Unsubscribe");
                all.add(Map.of(
                        "to", mail.getAllRecipients()[0].toString(),
                        "subject", mail.getSubject(),
                        "text", text(mail.getContent()),
                        "unsubscribe", unsubscribe == null ? "" : unsubscribe[0].replaceAll("[<>\\s]", "")));
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        byte[] body = JSON.writeValueAsBytes(all);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The form without HTML, which stands first. */
    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof MimeMultipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return text(first.getContent());
        }
        return String.valueOf(content);
    }

    @Override
    public void close() {
        shown.stop(0);
        mails.stop();
    }
}
