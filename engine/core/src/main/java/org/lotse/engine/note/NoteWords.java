package org.lotse.engine.note;

import java.util.regex.Pattern;

/** The words by which German and English notes say what they say. */
final class NoteWords {
    private static final String REST = "\\s+(?<about>.+)";
    private static final String OF =
            "(?:an|am|für|fuer|in|zu|zum|zur|über|ueber|wegen|bezüglich|hinsichtlich|um|for|of|about|on|regarding)";

    static final Pattern NO_NEED =
            words("(?:kein\\w*|ohne|no|not|nicht|nichts|never|without|doesn'?t|don'?t|isn'?t)\\b[^;]{0,30}?"
                    + "\\b(?:bedarf|need\\w*|brauch\\w*|benötig\\w*|nötig|erforderlich|require\\w*)"
                    + "|(?:bedarf|braucht|brauchen|benötigt|needs?)\\b[^;]{0,25}?\\b(?:kein\\w*|nicht|nichts|no|nothing|none)"
                    + "|(?:ist|sind|is|are) (?:noch |still )?(?:gut )?(?:versorgt|eingedeckt|well supplied|stocked)");
    static final Pattern NO_INTEREST =
            words("(?:kein\\w*|no|not|nicht|little|wenig)\\b[^;]{0,15}?\\b(?:interess\\w*|interest\\w*)"
                    + "|uninterested|desinteress\\w*|lehnt\\w*[^;]*\\bab|declined|turned down");
    static final Pattern ACUTE = words(
            "(?:akut\\w*|dringend\\w*|sofort\\w*|eilig\\w*|acute\\w*|urgent\\w*|immediate\\w*|pressing|strong|großes|starkes)"
                    + "\\b[^;]{0,30}?\\b(?:interess\\w*|interest\\w*|bedarf|need\\w*|brauch\\w*|gesucht|wanted)"
                    + "|(?:braucht|benötigt|needs?)\\b[^;]{0,40}\\b(?:dringend|sofort|urgently|now|asap)"
                    + "|(?:will|möchte|wants? to|would like to)\\b[^;]*\\b(?:kaufen|bestellen|anschaffen|buy|order)\\b[^;]*");
    static final Pattern INTEREST = words(
            "(?:interess\\w*|interest\\w*|gefällt|gefiel|gefallen|begeistert|angetan|neugierig|likes?|liked|keen|impressed|curious)");
    static final Pattern SHOWN = words(
            "(?:gezeigt|vorgestellt|vorgeführt|demonstriert|präsentiert|zeigte|showed|shown|presented|demonstrated|demoed)");
    static final Pattern CONCERN = words(
            "(?:sorgen?|besorgt|bedenken|befürchte\\w*|skeptisch|skepsis|zweife\\w*|angst|worr\\w*|concern\\w*|afraid|doubt\\w*|sceptical|skeptical)");
    static final Pattern WORKS_ON = words(
            "(?:arbeite\\w*|baut|bauen|tätig|beschäftigt|works?|working|builds?|building|busy|ist|sind|is|are)\\b[^;]*?"
                    + "(?<about>\\b(?:auf|an|am|bei|beim|im|in|on|at)\\b[^;]*\\b(?:\\p{L}*baustelle|\\p{L}*site|\\p{L}*projekt|project|neubau|umbau|\\p{L}*flughafen|airport)\\b[^;]*)");
    static final Pattern SAME_PLACE = Pattern.compile(
            "(?<about>\\p{Lu}[\\p{L}&.\\-]*(?:\\s+(?:&\\s+)?\\p{Lu}[\\p{L}&.\\-]*){0,3})\\s+(?:ist|sind|is|are|arbeite\\w*|works?|baut|steht)?\\s*"
                    + "(?:auch |ebenfalls |also |too )?(?:(?:auf|an|in|bei|on|at) )?(?:der|dem|the)?\\s*"
                    + "(?:derselben|demselben|dieselbe\\w*|selben|gleichen|same|ebenfalls|also|auch)\\b[^;]*",
            Pattern.UNICODE_CHARACTER_CLASS);
    static final Pattern COMPETITOR = words("(?:wettbewerb\\w*|konkurren\\w*|mitbewerb\\w*|competitors?|competition)");
    static final Pattern PERSON = Pattern.compile(
            "\\b(?:Herrn?|Frau|Hr\\.|Fr\\.|Mr\\.?|Mrs\\.?|Ms\\.?)\\s+(?:Dr\\.\\s+)?\\p{Lu}[\\p{L}-]+",
            Pattern.UNICODE_CHARACTER_CLASS);

    static final Pattern CALL_BACK =
            words("(?:rückruf|zurückrufen|ruft? zurück|call(?:ed)?(?: him| her| them| me| us)? back|ring back)");
    static final Pattern ASK_AGAIN = words(
            "(?:nachfragen|nachfassen|nachhaken|rückfragen|wieder\\w* (?:fragen|melden|ansprechen|vorbei\\w*)|(?:noch ?mals?|erneut|wieder)\\b[^;]*\\b(?:fragen|melden|ansprechen|vorbei\\w*)"
                    + "|ask (?:again|him|her|them|about)|follow[- ]?up|check back|get back|touch base)");
    static final Pattern OFFER = words("(?:angebote?s?|offerte|kostenvoranschlag|quot(?:e|ation)s?|proposal)\\b");
    static final Pattern NOT_AN_OFFER = words("(?:abgelehnt|absage|declined|refused|rejected|kein\\w*|no|nicht)\\b");
    static final Pattern INFORMATION = words(
            "(?:infos?|information\\w*|infomaterial|unterlagen|prospekte?|kataloge?|datenbl\\w*|brochures?|data ?sheets?|leaflets?|catalogues?)");
    static final Pattern CONTACT = Pattern.compile(
            "(?:\\b(?:[Cc]ontact|[Kk]ontaktiere\\w*|[Vv]isit|[Cc]all|[Rr]ing|[Rr]each out to|[Aa]pproach)\\s+(?<about>\\p{Lu}[\\p{L}&.\\- ]*))"
                    + "|(?:(?<before>\\p{Lu}[\\p{L}&.\\-]*(?:\\s+\\p{Lu}[\\p{L}&.\\-]*){0,3})\\s+(?:auch\\s+|mal\\s+)?(?:kontaktieren|ansprechen|anrufen|besuchen|aufsuchen|anschreiben)\\b)",
            Pattern.UNICODE_CHARACTER_CLASS);

    static final Pattern ABOUT = words(
            "(?:interess\\w*|interest\\w*|bedarf|need\\w*|sorgen?|besorgt|bedenken|angst|skeptisch|worr\\w*|concern\\w*|afraid|doubt\\w*|zweife\\w*|nachfragen|nachfassen|fragen|melden|ask\\w*|follow[- ]?up|"
                    + "angebote?s?|offerte|kostenvoranschlag|quot(?:e|ation)s?|proposal|infos?|information\\w*|infomaterial|unterlagen|prospekte?|kataloge?|datenbl\\w*|brochures?|data ?sheets?|leaflets?|catalogues?|keen|neugierig|curious)"
                    + "\\b[^;]{0,30}?\\b" + OF + REST);
    static final Pattern WEGEN = words("(?:wegen|zu|zum|zur|about|regarding|bezüglich)" + REST);
    static final Pattern AFTER_VERB = words(
            "(?:showed|presented|demonstrated|demoed|zeigte|brauch\\w*|benötig\\w*|needs?|want\\w*|likes?|liked|buy|order)"
                    + "(?:\\s+(?:him|her|them|ihm|ihr|ihnen|dringend|urgently|now|sofort|to|buy|order))*" + REST);
    static final Pattern BEFORE_VERB = words(
            "^(?<about>.+?)\\s+(?:was |were |wurden? |kurz |ausführlich |briefly )*"
                    + "(?:gezeigt|vorgestellt|vorgeführt|demonstriert|präsentiert|shown|presented|demonstrated|gefällt|gefiel|gefallen|kaufen|bestellen|anschaffen|nachfragen|nachfassen)");

    private NoteWords() {}

    private static Pattern words(String choices) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + choices + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
