package de.kreiskonzept.model.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the words of a goal give away about it. It may be wrong, so it is only ever shown as a hint. */
public final class Wording {
    private static final String BEGIN = "(?<![\\p{L}\\p{N}])";
    private static final String END = "(?![\\p{L}\\p{N}])";

    // "Alle", "jede" and "niemand" can be counted, too.
    private static final Pattern FIGURE = words("""
            zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig
            |neunzig|\\p{L}*hundert|\\p{L}*tausend
            |million(?:en)?|prozent|hälfte|halb\\p{L}*|drittel|viertel|fünftel|sechstel|achtel|zehntel|doppelte?n?|dreifache?n?
            |(?:zweit|dritt|viert|fünft|sechst|zehnt)e[nmrs]?|alle[nmrs]?|jede[nmrs]?|sämtliche[nr]?|niemand(?:em|en)?
            |keine?[nmrs]?""");
    private static final Pattern DATE = words("""
            (?:19|20)\\p{N}{2}|\\p{L}*jahr(?:e|en|s|es)?|\\p{L}*monat(?:e|en|s)?|wochen?|tagen?|\\p{L}*quartals?|jahresende
            |jährlich\\p{L}*|halbjährlich\\p{L}*|monatlich\\p{L}*|wöchentlich\\p{L}*
            |januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember""");

    private static final String ELSEWHERE = """
            (?:der\\s+bund(?:estag|esgesetzgeber)?|bund\\s+und\\s+länder|bund\\s+und\\s+land|das\\s+land(?:\\s+\\p{L}+-\\p{L}+)?\
            |die\\s+(?:bundes|landes)regierung|der\\s+(?:landes)?gesetzgeber\
            |der\\s+landtag|die\\s+(?:bundes)?länder|das\\s+(?:bundes|landes)ministerium\
            |^(?:bund|land|bundesregierung|landesregierung|land\\s+\\p{L}+-\\p{L}+))""";
    private static final String MODAL = "(?:soll(?:en|te|ten)?|muss|müssen|müsste|müssten)";
    private static final String NEAR = "(?:\\s+[\\p{L}\\p{N}-]+){0,4}?\\s+";
    // "Das Land wird beteiligt" demands nothing of the state, "das Land wird aufgefordert" does.
    private static final Pattern ADDRESSEE = words(ELSEWHERE + NEAR + MODAL + "|" + MODAL + "\\s+" + ELSEWHERE + "|"
            + ELSEWHERE + "\\s+(?:wird|werden)" + NEAR + "(?:auf)?gefordert");

    private Wording() {}

    /** The hints that the text of a goal gives, in their order. */
    public static List<CheckKind> hints(String text) {
        var hints = new ArrayList<CheckKind>();
        if (!text.matches("(?s).*\\p{N}.*") && !FIGURE.matcher(text).find()) {
            hints.add(CheckKind.NO_FIGURE);
        }
        if (!DATE.matcher(text).find()) {
            hints.add(CheckKind.NO_DATE);
        }
        if (ADDRESSEE.matcher(text).find()) {
            hints.add(CheckKind.ADDRESSEE_ELSEWHERE);
        }
        return List.copyOf(hints);
    }

    private static Pattern words(String alternatives) {
        String joined = alternatives.replaceAll("\\n\\s*", "");
        return Pattern.compile(BEGIN + "(?:" + joined + ")" + END, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
