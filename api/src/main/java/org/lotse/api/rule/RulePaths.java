package org.lotse.api.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.lotse.api.problem.ProblemException;
import org.lotse.rules.read.RuleBundle;

/** Where an uploaded file belongs below {@code rules/}. */
final class RulePaths {
    private static final Pattern WELL_FORMED = Pattern.compile(
            "(?!\\.)[^\\p{Cntrl}\\\\/:*?\"<>|]{1,100}" + "(/(?!\\.)[^\\p{Cntrl}\\\\/:*?\"<>|]{1,100}){0,3}");

    private RulePaths() {}

    /** A path as given, refused when it could lead anywhere else. */
    static String checked(String path) {
        String given = path.startsWith("/") ? path.substring(1) : path;
        if (!WELL_FORMED.matcher(given).matches()) {
            throw ProblemException.invalid("/files", "RULE_PATH", given.replaceAll("\\p{Cntrl}", " "));
        }
        return given;
    }

    /**
     * The path of an uploaded part: its own name or file name when that is a path; a bare file name means the file of
     * that name that is there already, or a new one where such files live.
     */
    static String ofPart(String part, String fileName, RuleBundle base) {
        if (part.contains("/") || base.files().containsKey(part)) {
            return checked(part);
        }
        String given = fileName.isBlank() ? part : fileName.replace('\\', '/');
        if (given.contains("/") || base.files().containsKey(given)) {
            return checked(given);
        }
        List<String> sameName = base.files().keySet().stream()
                .filter(known -> known.endsWith("/" + given))
                .toList();
        return checked(sameName.size() == 1 ? sameName.getFirst() : folder(given) + given);
    }

    private static String folder(String file) {
        return file.endsWith(".rules") && !file.equals("promises.rules") && !file.equals("segments.rules")
                ? "sentences/"
                : "tables/";
    }
}
