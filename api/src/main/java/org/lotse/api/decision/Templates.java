package org.lotse.api.decision;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;

/**
 * The messages of answers, each taken apart once: reading a pattern anew costs more than all the rest of a sentence.
 * Thread-safe; kept by the bundle whose decisions are worded.
 */
final class Templates {
    private final Map<String, Template> english = new ConcurrentHashMap<>();
    private final Map<String, Template> german = new ConcurrentHashMap<>();

    Templates() {}

    static Templates of(RuleSet rules) {
        return rules.kept(Templates.class, any -> new Templates());
    }

    /** The message of a key with its arguments filled in. */
    String fill(ResourceBundle messages, String key, Language language, Object... arguments) {
        Map<String, Template> known = language == Language.DE ? german : english;
        Template template = known.get(key);
        if (template == null) {
            template = Template.of(messages.getString(key), language.locale());
            known.put(key, template);
        }
        return template.fill(arguments);
    }

    /**
     * A pattern taken apart.
     *
     * @param pattern as written
     * @param literals what stands between the arguments; none when the pattern formats its arguments in a way of its own
     * @param places which argument follows each literal but the last
     */
    private record Template(String pattern, Locale locale, List<String> literals, int[] places) {
        private static final char MARK = '\uE000';

        static Template of(String pattern, Locale locale) {
            MessageFormat format = new MessageFormat(pattern, locale);
            for (java.text.Format own : format.getFormatsByArgumentIndex()) {
                if (own != null) {
                    return new Template(pattern, locale, List.of(), new int[0]);
                }
            }
            Object[] marks = new Object[format.getFormatsByArgumentIndex().length];
            for (int place = 0; place < marks.length; place++) {
                marks[place] = "" + MARK + (char) (MARK + 1 + place);
            }
            return parts(pattern, locale, format.format(marks));
        }

        private static Template parts(String pattern, Locale locale, String marked) {
            List<String> literals = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int from = 0;
            for (int mark = marked.indexOf(MARK); mark >= 0; mark = marked.indexOf(MARK, from)) {
                literals.add(marked.substring(from, mark));
                places.add(marked.charAt(mark + 1) - MARK - 1);
                from = mark + 2;
            }
            literals.add(marked.substring(from));
            return new Template(
                    pattern,
                    locale,
                    List.copyOf(literals),
                    places.stream().mapToInt(Integer::intValue).toArray());
        }

        String fill(Object... arguments) {
            if (literals.isEmpty() || !areTexts(arguments)) {
                return new MessageFormat(pattern, locale).format(arguments);
            }
            StringBuilder text = new StringBuilder(literals.getFirst());
            for (int each = 0; each < places.length; each++) {
                text.append(arguments[places[each]]).append(literals.get(each + 1));
            }
            return text.toString();
        }

        /** Whether there is a text for each place: numbers and times are formatted, and missing arguments stay as written. */
        private boolean areTexts(Object... arguments) {
            for (int place : places) {
                if (place >= arguments.length || !(arguments[place] instanceof String)) {
                    return false;
                }
            }
            return true;
        }
    }
}
