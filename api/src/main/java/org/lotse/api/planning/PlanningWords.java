package org.lotse.api.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.planning.Flaw;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.routes.StopReason;
import org.lotse.engine.planning.routes.VisitReason;
import org.lotse.engine.planning.routes.WouldHelp;
import org.lotse.engine.term.Language;

/**
 * The sentences for reasons and flaws of planning in one language, from {@code wording/planning*.properties}; values are
 * put in by name.
 */
public final class PlanningWords {
    /** On pages minutes of a day are what people read on a clock. */
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("dd.MM., HH:mm");

    private final Properties sentences = new Properties();
    private final NumberFormat numbers;
    private final Optional<Map<String, String>> names;

    public PlanningWords(Language language) {
        this(language, Optional.empty());
    }

    /** For a page: reps, visits and depots go by their names, times are those of the clock. */
    static PlanningWords onPage(Language language, Map<String, String> names) {
        return new PlanningWords(language, Optional.of(Map.copyOf(names)));
    }

    private PlanningWords(Language language, Optional<Map<String, String>> names) {
        this.names = names;
        String file = language == Language.DE ? "/wording/planning_de.properties" : "/wording/planning.properties";
        try (InputStream in = PlanningWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The message file " + file + " is missing from the build.");
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        numbers = NumberFormat.getNumberInstance(language.locale());
        numbers.setMaximumFractionDigits(2);
    }

    /** Why a customer is not called. */
    public String text(CallReason reason, Times times) {
        return sentence("planning.call." + reason.code(), reason.arguments(), times);
    }

    /** Why a visit is left out. */
    public String text(VisitReason reason, Times times) {
        return sentence("planning.visit." + reason.code(), reason.arguments(), times);
    }

    /** Why a visit is made by this rep, or then. */
    public String text(StopReason reason, Times times) {
        return sentence("planning.stop." + reason.code(), reason.arguments(), times);
    }

    /** What would bring a visit in. */
    public String text(WouldHelp help, Times times) {
        return sentence("planning.help." + help.code(), help.arguments(), times);
    }

    /** What is wrong with a problem, and the way out. */
    public String text(Flaw flaw) {
        Map<String, Object> arguments = new TreeMap<>(flaw.arguments());
        return sentence("planning.flaw." + flaw.code(), arguments, null);
    }

    private String sentence(String key, Map<String, Object> arguments, @Nullable Times times) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("There is no sentence " + key + ". Maybe add it to wording/planning*.");
        }
        String text = sentence;
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", written(argument.getKey(), argument.getValue(), times));
        }
        return text;
    }

    private String written(String name, Object value, @Nullable Times times) {
        return switch (value) {
            case Instant at when times != null -> times.written(at);
            case Double minutes
            when name.equals("at") && times != null ->
                names.isPresent() ? clock(minutes, times) : plain(minutes, times);
            case Double number -> number(number);
            case Collection<?> several ->
                several.stream().map(Object::toString).map(this::named).sorted().collect(Collectors.joining(", "));
            case String code when name.equals("because") -> sentences.getProperty("planning.because." + code, code);
            default -> named(value.toString());
        };
    }

    private String named(String id) {
        return names.map(known -> known.getOrDefault(id, id)).orElse(id);
    }

    private String plain(double minutes, Times times) {
        return times.day() == null ? number(minutes) : times.written(minutes).toString();
    }

    private static String clock(double minutes, Times times) {
        ZonedDateTime at = times.at(minutes).atZone(times.zone());
        return (at.toLocalDate().equals(times.day()) ? CLOCK : DAY_AND_CLOCK).format(at);
    }

    private String number(double number) {
        synchronized (numbers) {
            return numbers.format(number);
        }
    }
}
