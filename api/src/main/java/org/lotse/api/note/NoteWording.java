package org.lotse.api.note;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Facts and tasks in words. */
@Component
public class NoteWording {
    private final MessageSource messages;

    NoteWording(MessageSource messages) {
        this.messages = messages;
    }

    /** One line: what it is, about what, and by when. */
    public String text(VisitNote.Item item, Locale locale) {
        String about = item.about().isEmpty() ? item.quote() : item.about();
        String whole = item.detail().isEmpty() ? about : about + " (" + item.detail() + ")";
        String said = messages.getMessage("note." + item.kind(), new Object[] {whole}, locale);
        if (item.due() == null) {
            return said;
        }
        String due = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(item.due());
        return messages.getMessage("note.due", new Object[] {said, due}, locale);
    }
}
