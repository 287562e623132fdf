package org.lotse.api.wiring;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the service where to go next; after everything else that happens when it is ready. */
@Component
@Profile("!test")
class NextSteps {
    private final Environment environment;

    NextSteps(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            tell(System.out, "http://localhost:" + web.getWebServer().getPort());
        }
    }

    private void tell(PrintStream out, String address) {
        boolean demo = environment.getProperty("lotse.demo", Boolean.class, false);
        out.println();
        out.println("Lotse is ready.");
        out.println("  Console      " + address + "/");
        out.println("  API          " + address + "/docs/api");
        if (demo) {
            out.println("  Try          curl -s " + address + "/v1/decisions/next-best-action"
                    + " -H 'Authorization: Bearer demo-agent' -H 'Content-Type: application/json'"
                    + " -d '{\"customerId\": \"c-45\", \"channel\": \"CALL_CENTRE\","
                    + " \"context\": {\"reason\": \"cancel\", \"mood\": \"annoyed\"}, \"limit\": 3}'");
        } else {
            out.println("  Token        ./lotse token create --name you --role ADMIN");
        }
        out.println("  Stop         Ctrl-C");
        out.flush();
    }
}
