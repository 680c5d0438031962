package de.kreiskonzept.model.importing;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words by which German concepts mark their parts, and the names that text blocks get. */
final class Vocabulary {
    static final String SUMMARY = "Zusammenfassung";
    static final String PROGRESS = "Sachstand";
    static final String HIGHLIGHTS = "Höhepunkte";
    static final String NOT_PURSUED = "Nicht weiterverfolgt";
    static final String OUTLOOK = "Ausblick";
    static final String PREFACE = "Vorbemerkung";
    static final String INTRODUCTION = "Einleitung";
    static final String FURTHER = "Weitere Angaben";
    static final String LEFT_OVER = "Übrig gebliebener Text";
    static final String NAMELESS = "Ohne Überschrift";

    private static final List<SectionWord> SECTION_WORDS = List.of(
            new SectionWord("Handlungsfeld", SectionKind.FIELD_OF_ACTION, 1),
            new SectionWord("Aktionsfeld", SectionKind.FIELD_OF_ACTION, 1),
            new SectionWord("Themenfeld", SectionKind.FIELD_OF_ACTION, 1),
            new SectionWord("Querschnittsthema", SectionKind.CROSS_CUTTING_THEME, 1),
            new SectionWord("Querschnittsaufgabe", SectionKind.CROSS_CUTTING_THEME, 1),
            new SectionWord("Querschnittsbereich", SectionKind.CROSS_CUTTING_THEME, 1),
            new SectionWord("Kapitel", SectionKind.OTHER, 1),
            new SectionWord("Säule", SectionKind.OTHER, 1),
            new SectionWord("Unterkapitel", SectionKind.OTHER, 2));

    private static final Map<String, GoalKind> GOAL_WORDS = Map.of(
            "oberziel", GoalKind.OVERALL_GOAL,
            "leitziel", GoalKind.OVERALL_GOAL,
            "hauptziel", GoalKind.OVERALL_GOAL,
            "unterziel", GoalKind.SUB_GOAL,
            "teilziel", GoalKind.SUB_GOAL,
            "ziel", GoalKind.GOAL,
            "oz", GoalKind.OVERALL_GOAL,
            "lz", GoalKind.OVERALL_GOAL,
            "uz", GoalKind.SUB_GOAL,
            "tz", GoalKind.SUB_GOAL);

    private static final Set<String> MEASURE_WORDS =
            Set.of("maßnahme", "massnahme", "einzelmaßnahme", "handlungsempfehlung");

    private static final Set<String> PLURALS = Set.of(
            "handlungsfelder",
            "handlungsfeldern",
            "handlungsfeldes",
            "handlungsfelds",
            "aktionsfelder",
            "themenfelder",
            "querschnittsthemen",
            "querschnittsthemas",
            "querschnittsaufgaben",
            "kapiteln",
            "kapitels",
            "säulen",
            "oberziele",
            "oberzielen",
            "leitziele",
            "unterziele",
            "unterzielen",
            "teilziele",
            "hauptziele",
            "maßnahmen",
            "massnahmen",
            "unterkapiteln");

    private static final Map<String, GoalKind> GOAL_LISTS = Map.of(
            "ziele", GoalKind.GOAL,
            "unsere ziele", GoalKind.GOAL,
            "integrationsziele", GoalKind.GOAL,
            "ziele und maßnahmen", GoalKind.GOAL,
            "unterziele", GoalKind.SUB_GOAL,
            "teilziele", GoalKind.SUB_GOAL,
            "oberziele", GoalKind.OVERALL_GOAL,
            "leitziele", GoalKind.OVERALL_GOAL);

    private static final Set<String> MEASURE_LISTS = Set.of(
            "maßnahmen",
            "massnahmen",
            "geplante maßnahmen",
            "folgende maßnahmen",
            "maßnahmen auf landkreisebene",
            "maßnahmen auf kreisebene",
            "handlungsempfehlungen",
            "unsere maßnahmen");

    private static final Set<String> TEXT_HEADINGS = Set.of(
            "zusammenfassung",
            "sachstand",
            "highlights",
            "höhepunkte",
            "besonders gelungen",
            "ausgangslage",
            "ausgangssituation",
            "ausgangsthese",
            "these",
            "ist-situation",
            "ist-stand",
            "situation",
            "situationsbeschreibung",
            "bestandsaufnahme",
            "bestehende angebote",
            "beispielhafte bestehende angebote",
            "nicht weiterverfolgt",
            "nicht weiter verfolgt",
            "ausblick",
            "vision",
            "leitbild",
            "einleitung",
            "einführung",
            "vorwort",
            "hintergrund",
            "handlungsbedarf",
            "fazit",
            "erläuterung",
            "begründung",
            "schlusswort",
            "anhang",
            "impressum",
            "legende",
            "zahlen, daten, fakten");

    private static final Set<String> CLOSERS = Set.of(
            "schlusswort",
            "anhang",
            "anlagen",
            "impressum",
            "literaturverzeichnis",
            "abkürzungsverzeichnis",
            "glossar");

    private Vocabulary() {}

    /**
     * A word that begins the heading of a section.
     *
     * @param depth 1 for a top section, more below
     */
    record SectionWord(String word, SectionKind kind, int depth) {}

    static Optional<SectionWord> sectionWord(String word) {
        if (word.length() < 5 || PLURALS.contains(lower(word))) {
            return Optional.empty();
        }
        return SECTION_WORDS.stream()
                .filter(known -> known.word().equalsIgnoreCase(word))
                .findFirst()
                .or(() -> SECTION_WORDS.stream()
                        .filter(known -> known.word().length() > 8 && similar(known.word(), word, 2))
                        .findFirst());
    }

    static boolean startsWithSectionWord(String heading) {
        return Stream.of(heading.split("[ :–-]", 4))
                .limit(3)
                .anyMatch(word -> sectionWord(word).isPresent());
    }

    static boolean isSectionWord(String word) {
        return SECTION_WORDS.stream().anyMatch(known -> known.word().equalsIgnoreCase(word));
    }

    static Optional<GoalKind> goalKind(String word) {
        return near(word, GOAL_WORDS.keySet()).map(GOAL_WORDS::get);
    }

    static boolean isGoalWord(String word) {
        return GOAL_WORDS.containsKey(lower(word));
    }

    static boolean nearMeasureWord(String word) {
        return near(word, MEASURE_WORDS).isPresent() || word.equals("M");
    }

    static boolean isMeasureWord(String word) {
        return MEASURE_WORDS.contains(lower(word)) || word.equals("M");
    }

    static Optional<GoalKind> goalList(String heading) {
        return Optional.ofNullable(GOAL_LISTS.get(lower(heading)));
    }

    static boolean isMeasureList(String heading) {
        return MEASURE_LISTS.contains(lower(heading));
    }

    static boolean isTextHeading(String heading) {
        return TEXT_HEADINGS.contains(lower(heading));
    }

    /** Kind of the sections below a heading such as "Zentrale Handlungsfelder"; other where it names none. */
    static SectionKind kindBelow(String heading) {
        String lower = lower(heading);
        if (lower.contains("handlungsfelder")) {
            return SectionKind.FIELD_OF_ACTION;
        }
        return lower.contains("querschnittsthemen") ? SectionKind.CROSS_CUTTING_THEME : SectionKind.OTHER;
    }

    /** Whether the heading ends the part of the text that has sections. */
    static boolean closesSections(String heading) {
        return CLOSERS.contains(lower(heading));
    }

    private static Optional<String> near(String word, Set<String> known) {
        String lower = lower(word);
        if (known.contains(lower)) {
            return Optional.of(lower);
        }
        if (lower.length() < 7 || PLURALS.contains(lower)) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> candidate.length() > 6 && similar(candidate, lower, 1))
                .sorted()
                .findFirst();
    }

    /** Near and with the same first letter, which nobody mistypes and which is quick to compare. */
    private static boolean similar(String known, String word, int most) {
        return Character.toLowerCase(known.charAt(0)) == Character.toLowerCase(word.charAt(0))
                && Spelling.near(known, word, most);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.GERMAN);
    }
}
