package org.lotse.rules.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.model.ActionSelector;

/** Words which actions and channels are meant, and what promises say about them. */
final class WriteSelection {
    private final Words words;
    private final WriteOperand operands;

    WriteSelection(Words words) {
        this.words = words;
        this.operands = new WriteOperand(words);
    }

    /** {@code an action with purpose marketing is chosen}. */
    String chosen(ActionSelector actions) {
        boolean german = words.isGerman();
        String which = isSeveral(actions) ? of(actions) : one(actions);
        String verb = german ? isSeveral(actions) ? "werden" : "wird" : isSeveral(actions) ? "are" : "is";
        return which + " " + verb + (german ? " gewählt" : " chosen");
    }

    /** {@code the channel "E-mail" is used}. */
    String chosen(ChannelKey channel) {
        return words.isGerman()
                ? "der Kanal " + name(channel) + " wird genutzt"
                : "the channel " + name(channel) + " is used";
    }

    /** {@code the customer has objected to marketing}. */
    String objection(Purpose purpose) {
        Vocabulary.Subject subject = words.vocabulary().subjects().get(words.subject());
        Title title = subject == null
                ? Title.of(words.subject().value(), words.subject().value())
                : subject.title();
        if (!words.isGerman()) {
            return "the " + title.en().toLowerCase(Locale.ROOT) + " has objected to " + purpose(purpose);
        }
        return title.articleDe().map(article -> article + " ").orElse("")
                + title.de()
                + (purpose == Purpose.MARKETING
                        ? " hat der Werbung widersprochen"
                        : " hat gegen Service widersprochen");
    }

    /** Whether the verb is plural. */
    static boolean isSeveral(ActionSelector actions) {
        return actions.actions().size() > 1;
    }

    /** The actions: {@code the action "x"}, {@code every action of the group "sales"}. */
    String of(ActionSelector actions) {
        boolean german = words.isGerman();
        if (actions.actions().isEmpty()) {
            return (german ? "jede Aktion" : "every action") + limited(actions);
        }
        if (!actions.groups().isEmpty() || !actions.purposes().isEmpty()) {
            throw unsayable(actions);
        }
        List<String> names = actions.actions().stream()
                .map(ActionKey::value)
                .sorted()
                .map(operands::quoted)
                .toList();
        if (names.size() == 1) {
            return (german ? "die Aktion " : "the action ") + names.getFirst();
        }
        return (german ? "die Aktionen " : "the actions ")
                + names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "))
                + (german ? " und " : " and ")
                + names.getLast();
    }

    /** A channel by its title in quotation marks. */
    String name(ChannelKey key) {
        Channel channel = words.catalogue().channels().get(key);
        String title = channel == null ? key.value() : channel.title().in(words.language());
        return operands.quoted(words.channels().exactly(title).equals(Set.of(key)) ? title : key.value());
    }

    private String one(ActionSelector actions) {
        return actions.actions().isEmpty()
                ? (words.isGerman() ? "eine Aktion" : "an action") + limited(actions)
                : of(actions);
    }

    private String limited(ActionSelector actions) {
        boolean german = words.isGerman();
        if (actions.groups().size() + actions.purposes().size() > 1) {
            throw unsayable(actions);
        }
        String group = actions.groups().stream()
                .map(name -> (german ? " der Gruppe " : " of the group ") + operands.quoted(name))
                .collect(Collectors.joining());
        String purpose = actions.purposes().stream()
                .map(each -> (german ? " mit Zweck " : " with purpose ") + purpose(each))
                .collect(Collectors.joining());
        return group + purpose;
    }

    private String purpose(Purpose purpose) {
        String name = purpose.name().toLowerCase(Locale.ROOT);
        return words.isGerman() ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static IllegalArgumentException unsayable(ActionSelector actions) {
        return new IllegalArgumentException("The selection " + actions
                + " limits actions in several ways at once, which no sentence says. Maybe keep it a table row.");
    }
}
