package org.lotse.models.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Words of praise and of complaint in German and English, by stem; a negation before them turns them round. */
final class Lexicon {
    private static final String GOOD =
            "gut gute guten guter gutes besser beste besten super toll tolle toller klasse prima danke dank vielen "
                    + "freundlich freundliche nett nette perfekt wunderbar hervorragend zufrieden schnell schnelle pünktlich "
                    + "günstig hilfsbereit empfehlen empfehlenswert lob liebe gerne gern freue freut gefällt angenehm bequem "
                    + "komfortabel spitze genial schön schöne schöner endlich kostenlos kostenlose sauber erfolgreich "
                    + "good great best better awesome amazing thanks thank love loved excellent perfect nice happy friendly "
                    + "helpful fantastic wonderful appreciate appreciated kudos smooth quick easy enjoy enjoyed glad cool "
                    + "outstanding impressed comfortable win beautiful";
    private static final String BAD =
            "schlecht schlechte schlechter schlimm mies miese verspätung verspätet verspätungen ausfall ausfälle fällt "
                    + "ausgefallen kaputt defekt defekte störung störungen gestört nervt nerven nervig ärger ärgerlich ärgern "
                    + "unverschämt frechheit unfreundlich unpünktlich teuer teure zu überfüllt voll chaos katastrophe katastrophal "
                    + "scheiß scheiss scheiße scheisse fuck mist dreck dreckig schmutzig stinkt lahm langsam leider problem "
                    + "probleme beschwerde enttäuscht enttäuschend nie wieder wütend sauer unzumutbar peinlich versagt "
                    + "streik streiken streikt warten warte gewartet verpasst steht stehen geblieben liegengeblieben hass hasse "
                    + "idioten saftladen unfähig skandal unfall tödlich verletzt sperrung gesperrt polizei überfall "
                    + "bad worst worse terrible horrible awful hate hated delay delayed delays cancelled canceled cancel lost "
                    + "late rude broken never waiting wait stuck missed fail failed failure problem problems issue poor "
                    + "disappointed disappointing unacceptable ridiculous useless joke annoying frustrated frustrating hold "
                    + "hours sucks worthless nightmare pathetic unhelpful refund complaint damaged disgusting angry wtf hung";
    private static final String NOT =
            "nicht kein keine keinen keiner nie niemals ohne not no never dont don't isn't wasn't can't cannot won't";

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        for (String word : GOOD.split(" ")) {
            VALUES.put(word, 1);
        }
        for (String word : BAD.split(" ")) {
            VALUES.put(word, -1);
        }
        for (String word : NOT.split(" ")) {
            VALUES.merge(word, 0, (old, none) -> old);
        }
    }

    private Lexicon() {}

    /** How much praise and how much complaint the words hold. */
    static double[] count(String[] words) {
        double good = 0;
        double bad = 0;
        boolean turned = false;
        for (String word : words) {
            Integer value = VALUES.get(word.toLowerCase(Locale.ROOT));
            if (value == null) {
                continue;
            }
            if (value == 0) {
                turned = true;
                continue;
            }
            boolean praise = value > 0 != turned;
            good += praise ? 1 : 0;
            bad += praise ? 0 : 1;
            turned = false;
        }
        return new double[] {good, bad};
    }
}
