package io.guildhall.gateway.portal;

import io.guildhall.gateway.GatewayProperties;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/** Serves the built portal: assets carry a hash in their names and never change, everything else is asked for anew. */
@Configuration(proxyBeanMethods = false)
class PortalFiles implements WebFluxConfigurer {

    private static final Duration YEAR = Duration.ofDays(365);

    private final String location;

    PortalFiles(GatewayProperties properties) {
        this.location = properties.portal();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(location + "assets/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }
}
