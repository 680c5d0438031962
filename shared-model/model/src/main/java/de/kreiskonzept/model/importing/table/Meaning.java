package de.kreiskonzept.model.importing.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of a table holds; the words are those that German concepts and action plans write above it. */
public enum Meaning {
    /** Nothing that is taken over. */
    NOTHING("$^"),
    /** Unterkapitel: a section below another. */
    SUBCHAPTER("unterkapitel|unterabschnitt|teilbereich|unterthema"),
    /** Handlungsfeld. */
    FIELD("handlungsfeld|aktionsfeld|themenfeld"),
    /** Querschnittsthema. */
    THEME("querschnitt"),
    /** Kapitel or another section without a kind of its own. */
    CHAPTER("kapitel|säule|saeule|abschnitt|themenbereich|bereich$"),
    /** Oberziel or Leitziel. */
    OVERALL_GOAL("oberziel|leitziel|hauptziel|strategischesziel|übergeordnetesziel"),
    /** Unterziel or Teilziel. */
    SUB_GOAL("unterziel|teilziel|operativesziel|operationalesziel"),
    /** Number of what stands in the next column to the right. */
    NUMBER(
            "(?:lfd|laufende)?(?:nr|nummer|num)$|nr(?:der)?maßnahme|maßnahmen?nr|maßnahmen?nummer|zielnr|zielnummer|ziffer"),
    /** Goal of a concept without levels of goals. */
    GOAL("ziel(?!gruppe)"),
    /** Whether the measure counts in the evaluation: yes or no. */
    COUNTED("zähltmit|zähltindieauswertung|wirdgezählt"),
    /** Bodies responsible for the measure. */
    RESPONSIBLE("zuständig|verantwort|federführ|träger|akteur|umsetzungdurch|durchführung|werist|wer$"),
    /** Status of the measure, which becomes its light. */
    LIGHT("status|ampel|umsetzungsstand|umsetzungsgrad|bewertung|stand$|standderumsetzung"),
    /** When the measure runs. */
    PERIOD("zeitraum|laufzeit|beginn|frist|biswann|wann$|termin|zeitplan|zeitschiene|umsetzungszeit"),
    /** Remark or justification of the status. */
    REMARK("bemerkung|anmerkung|kommentar|begründung|sachstand|hinweis|notiz"),
    /** What the measure costs. */
    COSTS("kosten|finanz|budget|haushaltsmittel"),
    /** How urgent the measure is. */
    PRIORITY("priorität|prio$|dringlichkeit"),
    /** Category in the words of the county. */
    CATEGORY("kategorie"),
    /** Further words about the measure. */
    DESCRIPTION("beschreibung|erläuterung|inhalt|details|umsetzungsschritt|zielgruppe|indikator|ressourcen"),
    /** The measure itself. */
    MEASURE("maßnahme|massnahme|projekt|aktivität|vorhaben|handlungsempfehlung|angebot");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final List<Meaning> LEVELS =
            List.of(FIELD, THEME, CHAPTER, SUBCHAPTER, OVERALL_GOAL, SUB_GOAL, GOAL, MEASURE);

    private final Pattern words;

    Meaning(String words) {
        this.words = Pattern.compile(words);
    }

    /** What a column with this head probably holds; empty where its words are unknown. */
    public static Optional<Meaning> of(String head) {
        String plain = NOT_A_LETTER.matcher(head.toLowerCase(Locale.GERMAN)).replaceAll("");
        return Arrays.stream(values())
                .filter(meaning -> meaning.words.matcher(plain).lookingAt())
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(meaning -> meaning.isLevel()
                                && meaning.words.matcher(plain).find())
                        .findFirst());
    }

    /** Whether the column holds sections, goals or measures. */
    public boolean isLevel() {
        return LEVELS.contains(this);
    }

    /** Whether the column holds sections. */
    public boolean isSection() {
        return LEVELS.indexOf(this) >= 0 && LEVELS.indexOf(this) < LEVELS.indexOf(OVERALL_GOAL);
    }

    /** Text in forms and programs: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German word in the message files. */
    public String wordKey() {
        return "importing.meaning." + text();
    }

    /** The value with this {@link #text()}; empty where there is none. */
    public static Optional<Meaning> find(String text) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.text().equals(text))
                .findFirst();
    }
}
