package org.lotse.api.console;

import java.util.HashMap;
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
    private static final TypeReference<List<Conversation.MadeOf>> MADE_OF = new TypeReference<>() {};

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

    /** Everything that was not offered, with its obstacle; what would turn it is asked for one by one. */
    List<Conversation.WhyNot> notOffered(String decisionId, Locale locale) {
        return json.treeToValue(records.notChosen(decisionId, locale), WHY_NOT);
    }

    /** What stood in the way of one action, and what would have had it offered; empty when it was offered. */
    Optional<Conversation.WhyNot> whyNot(String decisionId, String action, Locale locale) {
        return json
                .treeToValue(
                        records.explain(decisionId, Optional.of(action), locale).get("notChosen"), WHY_NOT)
                .stream()
                .findFirst();
    }

    /** What the predictions shown are made of, by term. */
    Map<String, Conversation.MadeOf> madeOf(String decisionId, Locale locale) {
        Map<String, Conversation.MadeOf> byTerm = new HashMap<>();
        json.treeToValue(records.scores(decisionId, locale), MADE_OF).forEach(each -> {
            if (each.contributions() != null && each.term() != null) {
                byTerm.put(each.term(), each);
            }
        });
        return byTerm;
    }
}
