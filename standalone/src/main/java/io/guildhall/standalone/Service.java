package io.guildhall.standalone;

import io.guildhall.cop.CopService;
import io.guildhall.feed.FeedService;
import io.guildhall.gateway.Gateway;
import io.guildhall.roadmap.RoadmapService;
import io.guildhall.standalone.identity.IdentityProvider;
import io.guildhall.team.TeamService;
import org.springframework.boot.WebApplicationType;

/** The applications of the product, each in a context of its own. */
enum Service {
    IDENTITY("identity-provider", IdentityProvider.class, WebApplicationType.SERVLET),
    GATEWAY("gateway", Gateway.class, WebApplicationType.REACTIVE),
    TEAM("team-service", TeamService.class, WebApplicationType.SERVLET),
    ROADMAP("roadmap-service", RoadmapService.class, WebApplicationType.SERVLET),
    COP("cop-service", CopService.class, WebApplicationType.SERVLET),
    FEED("feed-service", FeedService.class, WebApplicationType.SERVLET);

    private final String module;
    private final Class<?> application;
    private final WebApplicationType webType;

    Service(String module, Class<?> application, WebApplicationType webType) {
        this.module = module;
        this.application = application;
        this.webType = webType;
    }

    /** The name of its module, of its configuration file and in the log. */
    String module() {
        return module;
    }

    Class<?> application() {
        return application;
    }

    WebApplicationType webType() {
        return webType;
    }

    /** The provider is at home here; the others also exist as programs of their own. */
    boolean isProgramOfItsOwn() {
        return this != IDENTITY;
    }
}
