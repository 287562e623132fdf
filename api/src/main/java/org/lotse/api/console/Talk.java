package org.lotse.api.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lotse.api.decision.Records;
import org.lotse.api.decision.ScreenPop;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Decides for a call and puts the answer into what the agent's page shows. */
@Component
class Talk {
    private static final TypeReference<List<Conversation.WhyNot>> WHY_NOT = new TypeReference<>() {};

    private final ScreenPop screenPop;
    private final Records records;
    private final JsonMapper json;

    Talk(ScreenPop screenPop, Records records, JsonMapper json) {
        this.screenPop = screenPop;
        this.records = records;
        this.json = json;
    }

    /**
     * The next best action for a caller.
     *
     * @param told what is known of the call, by term key
     */
    Conversation about(String customer, Map<String, String> told, Locale locale) {
        return json.treeToValue(screenPop.show(customer, told, locale), Conversation.class);
    }

    /** Everything that was not offered, with its one obstacle. */
    List<Conversation.WhyNot> whyNot(String decisionId, Locale locale) {
        return json.treeToValue(
                records.explain(decisionId, Optional.empty(), locale).get("notChosen"), WHY_NOT);
    }
}
