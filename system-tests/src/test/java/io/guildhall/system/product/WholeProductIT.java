package io.guildhall.system.product;

import static io.guildhall.system.product.Visitor.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows when the parts are together: the sign-in, and a change that crosses the services. */
class WholeProductIT {

    private static Product product;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        product = Product.start(data);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void anAdministratorSignsInAndFoundsTheProduct() throws Exception {
        Visitor admin = new Visitor(product);
        assertThat(admin.get("/api/team/me").statusCode()).isEqualTo(401);

        admin.signIn("admin");

        HttpResponse<String> me = admin.get("/api/team/me");
        assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
        assertThat(body(me).get("administrator").booleanValue()).isTrue();
        HttpResponse<String> founded = admin.post("/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}");
        assertThat(founded.statusCode()).as(founded.body()).isEqualTo(201);
    }

    @Test
    void whoIsLinkedToNobodyReadsNothing() throws Exception {
        Visitor stranger = new Visitor(product);
        stranger.signIn("stranger");

        assertThat(stranger.get("/api/team/organization").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/api/roadmap/outcomes").statusCode()).isEqualTo(403);
    }
}
