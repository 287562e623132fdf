package org.lotse.api.decision;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The screen pop for telephone systems; query parameters are context: {@code ?reason=CANCEL&mood=ANNOYED}. */
@RestController
class ScreenPopController {
    private final ScreenPop screenPop;

    ScreenPopController(ScreenPop screenPop) {
        this.screenPop = screenPop;
    }

    @GetMapping(path = "/v1/customers/{id}/screen-pop", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode show(@PathVariable String id, @RequestParam Map<String, String> context, Locale locale) {
        return screenPop.show(id, context, locale);
    }
}
