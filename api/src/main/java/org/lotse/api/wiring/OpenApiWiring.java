package org.lotse.api.wiring;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API description says of the API as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiWiring {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI description() {
        // Trees are free-form objects to a caller, not beans with the getters of the JSON library.
        SpringDocUtils.getConfig()
                .replaceWithClass(ObjectNode.class, Map.class)
                .replaceWithClass(JsonNode.class, Map.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Lotse")
                        .version("v1")
                        .description(
                                "Decisions from rules, predictions and plans. Errors are application/problem+json.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
