package de.kreiskonzept.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Concept;
import de.kreiskonzept.model.concept.ConceptVersion;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.concept.VersionState;
import de.kreiskonzept.model.monitoring.CurrentLight;
import de.kreiskonzept.model.situation.Indicator;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.Reading;
import de.kreiskonzept.model.structure.Profile;
import de.kreiskonzept.model.structure.Templates;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.GoalNode;
import de.kreiskonzept.platform.concept.ConceptTree.MeasureNode;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.document.ConceptPaper.Data;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.situation.IndicatorLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConceptPaperTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final UUID ID = UUID.randomUUID();

    private final Texts texts = new Texts();

    private static ConceptTree tree(List<TextBlock> blocks, SectionNode... sections) {
        return tree(Templates.usual(), blocks, sections);
    }

    private static ConceptTree tree(Profile profile, List<TextBlock> blocks, SectionNode... sections) {
        var concept = new Concept(ID, "Integrationskonzept", NOW, NOW, 0);
        var version =
                new ConceptVersion(ID, ID, "Entwurf", VersionState.DRAFT, null, null, null, null, null, NOW, NOW, 0);
        return new ConceptTree(concept, version, profile, blocks, List.of(sections));
    }

    private static SectionNode section(SectionKind kind, String name, List<GoalNode> goals, MeasureNode... loose) {
        var section = new Section(ID, ID, null, 0, kind, "", name, null, null, null, NOW, NOW, 0);
        return new SectionNode(section, List.of(), List.of(), goals, List.of(loose), List.of(loose));
    }

    private static GoalNode goal(
            GoalKind kind, String number, String text, List<GoalNode> below, MeasureNode... measures) {
        var goal = new Goal(UUID.randomUUID(), ID, ID, null, 0, kind, number, text, null, NOW, NOW, 0);
        return new GoalNode(goal, List.of(), below, List.of(measures));
    }

    private static MeasureNode measure(String number, String text, TrafficLight light) {
        return new MeasureNode(
                new Measure(UUID.randomUUID(), ID, ID, 0, number, text, "", "Kreis", null, NOW, NOW, 0),
                new CurrentLight(light, null, true, 1));
    }

    private static TextBlock text(String name, String text) {
        return new TextBlock(ID, ID, null, null, null, 0, name, text, null, NOW, NOW, 0);
    }

    private static List<String> headings(List<Block> blocks) {
        return blocks.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .map(heading -> heading.level() + " " + heading.line())
                .toList();
    }

    private List<List<String>> annex(ConceptTree tree) {
        return ((Table) MeasureAnnex.of(tree, Map.of(), List.of(), texts).getFirst())
                .rows().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList();
    }

    @Test
    void namesIndicatorsInAnnex2OnlyWhereThereAreAny() {
        MeasureNode evening = measure("1a", "Kurse am Abend", TrafficLight.GREEN);
        GoalNode goal = goal(
                GoalKind.GOAL, "1", "Mehr Kurse", List.of(), evening, measure("1b", "Nachhilfe", TrafficLight.GREY));
        ConceptTree tree = tree(List.of(), section(SectionKind.FIELD_OF_ACTION, "Sprache", List.of(goal)));
        UUID served = goal.goal().id();
        var lines = List.of(
                indicator(served, null, "Plätze", new Indicator.Mark(BigDecimal.valueOf(120), new Period("2024"))),
                indicator(null, evening.measure().id(), "Abende", null));

        var with = (Table) MeasureAnnex.of(tree, Map.of(), lines, texts).getFirst();
        var without = (Table) MeasureAnnex.of(tree, Map.of(), List.of(), texts).getFirst();

        assertThat(without.columns()).extracting(Column::name).doesNotContain("Indikatoren");
        int column = with.columns().stream().map(Column::name).toList().indexOf("Indikatoren");
        assertThat(with.rows())
                .extracting(row -> row.get(column).text())
                .containsExactly(
                        "Ziel 1: Plätze in Stück: Ausgangswert 120 (2024); Letzter Wert 7 (2025)\n"
                                + "Abende in Stück: Letzter Wert 7 (2025)",
                        "");
    }

    private static IndicatorLine indicator(UUID goal, UUID measure, String name, Indicator.Mark baseline) {
        var indicator =
                new Indicator(UUID.randomUUID(), ID, ID, goal, measure, 0, name, "Stück", "", "", baseline, null, 0);
        var reading = new Reading(new Period("2025"), BigDecimal.valueOf(7), "", "", "");
        return new IndicatorLine(indicator, List.of(reading), 0, "", ID, "Sprache");
    }

    @Test
    void putsFieldsBeforeThemesBeforeTheRest() {
        var blocks = ConceptPaper.of(
                tree(
                        List.of(text("Vorwort", "Guten Tag.\n\n## Darin")),
                        section(SectionKind.CROSS_CUTTING_THEME, "Kommunen", List.of()),
                        section(SectionKind.OTHER, "Anhang", List.of()),
                        section(SectionKind.FIELD_OF_ACTION, "Sprache", List.of())),
                Chapters.NONE,
                Data.NONE,
                Map.of(),
                texts);

        assertThat(headings(blocks))
                .containsExactly(
                        "1 Vorwort",
                        "2 Darin",
                        "1 Handlungsfelder",
                        "2 Sprache",
                        "1 Querschnittsthemen",
                        "2 Kommunen",
                        "1 Weitere Abschnitte",
                        "2 Anhang");
    }

    private static Chapter chapter(ChapterKind kind, String title) {
        return new Chapter(UUID.randomUUID(), kind, title, false);
    }

    private List<String> headings(ConceptTree tree, Chapter... chapters) {
        return headings(ConceptPaper.of(tree, new Chapters(List.of(chapters), 1), Data.NONE, Map.of(), texts));
    }

    @Test
    void putsTheChaptersInTheirOrderAndPrintsNoEmptyOne() {
        Chapter foreword = chapter(ChapterKind.FOREWORD, "Grußwort");
        Chapter purpose = chapter(ChapterKind.PURPOSE, "Wozu?");
        Chapter fields = chapter(ChapterKind.FIELDS, "Zentrale Handlungsfelder");
        Chapter outlook = chapter(ChapterKind.OWN, "Ausblick");
        var tree = tree(
                List.of(
                        text("Hinweis", "Vorab."),
                        text("Grußwort", "Guten Tag.").in(foreword.id()),
                        text("", "Es geht weiter.").in(outlook.id()),
                        text("Dank", "Danke.").in(outlook.id())),
                section(SectionKind.CROSS_CUTTING_THEME, "Kommunen", List.of()),
                section(SectionKind.FIELD_OF_ACTION, "Sprache", List.of()));

        assertThat(headings(tree, outlook, fields, purpose, foreword))
                .containsExactly(
                        "1 Hinweis",
                        "1 Ausblick",
                        "2 Dank",
                        "1 Zentrale Handlungsfelder",
                        "2 Sprache",
                        "1 Grußwort",
                        "1 Querschnittsthemen",
                        "2 Kommunen");
    }

    @Test
    void goesWithoutAChapterThatIsLeftOutAndWhatStandsInIt() {
        Chapter themes = chapter(ChapterKind.THEMES, "Themen").with("Themen", true);
        var tree = tree(
                List.of(text("Darin", "Weg.").in(themes.id())),
                section(SectionKind.CROSS_CUTTING_THEME, "Kommunen", List.of()),
                section(SectionKind.FIELD_OF_ACTION, "Sprache", List.of()));

        assertThat(headings(tree, themes)).containsExactly("1 Handlungsfelder", "2 Sprache");
    }

    @Test
    void printsAFieldThatIsAThemeTooOnceAndNamesItWithTheThemes() {
        var tree = tree(
                List.of(),
                section(SectionKind.FIELD_AND_THEME, "Ehrenamt", List.of()),
                section(SectionKind.CROSS_CUTTING_THEME, "Kommunen", List.of()));
        String empty = "Zu diesem Abschnitt ist noch nichts erfasst.";

        var plain = ConceptPaper.of(tree, Chapters.NONE, Data.NONE, Map.of(), texts);
        assertThat(headings(plain))
                .containsExactly("1 Handlungsfelder", "2 Ehrenamt", "1 Querschnittsthemen", "2 Kommunen", "2 Ehrenamt");
        assertThat(plain.getLast()).isEqualTo(Paragraph.of(Paragraph.Tone.NOTE, "Steht im Teil „Handlungsfelder“."));

        Chapter fields = chapter(ChapterKind.FIELDS, "Felder");
        Chapter themes = chapter(ChapterKind.THEMES, "Themen");
        assertThat(headings(tree, themes, fields))
                .containsExactly("1 Themen", "2 Kommunen", "2 Ehrenamt", "1 Felder", "2 Ehrenamt");
        var without = ConceptPaper.of(
                tree, new Chapters(List.of(fields.with("Felder", true), themes), 1), Data.NONE, Map.of(), texts);
        assertThat(headings(without)).containsExactly("1 Themen", "2 Ehrenamt", "2 Kommunen");
        assertThat(without).contains(Paragraph.of(Paragraph.Tone.NOTE, empty)).doesNotContain(plain.getLast());
    }

    @Test
    void leavesOutThePartsWhereThereAreOnlyChapters() {
        var blocks = ConceptPaper.of(
                tree(
                        List.of(),
                        section(SectionKind.OTHER, "Bildung", List.of()),
                        section(SectionKind.OTHER, "Wohnen", List.of())),
                Chapters.NONE,
                Data.NONE,
                Map.of(),
                texts);

        assertThat(headings(blocks)).containsExactly("1 Bildung", "1 Wohnen");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        assertThat(ConceptPaper.of(tree(List.of()), Chapters.NONE, Data.NONE, Map.of(), texts))
                .singleElement()
                .satisfies(block ->
                        assertThat(((Paragraph) block).text()).isEqualTo("In dieser Fassung ist noch nichts erfasst."));
        assertThat(MeasureAnnex.of(tree(List.of()), Map.of(), List.of(), texts))
                .singleElement()
                .isInstanceOf(Paragraph.class);
        assertThat(ConceptPaper.of(
                        tree(List.of(), section(SectionKind.OTHER, "Leer", List.of())),
                        Chapters.NONE,
                        Data.NONE,
                        Map.of(),
                        texts))
                .contains(Paragraph.of(Paragraph.Tone.NOTE, "Zu diesem Abschnitt ist noch nichts erfasst."));
    }

    @Test
    void putsSubGoalsBelowTheOverallGoalWithTheirMeasures() {
        var blocks = ConceptPaper.of(
                tree(
                        List.of(),
                        section(
                                SectionKind.FIELD_OF_ACTION,
                                "Sprache",
                                List.of(goal(
                                        GoalKind.OVERALL_GOAL,
                                        "",
                                        "Alle sprechen Deutsch.",
                                        List.of(
                                                goal(
                                                        GoalKind.SUB_GOAL,
                                                        "1",
                                                        "Kurse überall",
                                                        List.of(),
                                                        measure("1.1", "Kurs im Süden", TrafficLight.GREEN)),
                                                goal(GoalKind.SUB_GOAL, "2", "Ohne Maßnahme", List.of())))),
                                measure("x", "Lose", TrafficLight.GREY))),
                Chapters.NONE,
                Data.NONE,
                Map.of(),
                texts);

        assertThat(headings(blocks))
                .containsExactly(
                        "1 Handlungsfelder",
                        "2 Sprache",
                        "3 Oberziel",
                        "4 Unterziel 1",
                        "4 Unterziel 2",
                        "3 Maßnahmen ohne Ziel");
        assertThat(blocks).contains(Paragraph.of(Paragraph.Tone.NOTE, "Hier ist noch nichts erfasst: Maßnahmen."));
        assertThat(blocks.stream().filter(Table.class::isInstance)).hasSize(2);
    }

    @Test
    void callsEverythingAsTheCountyDoes() {
        var goal = goal(GoalKind.GOAL, "1.1", "Ankommen", List.of(), measure("1", "Lotsen", TrafficLight.GREY));
        var tree = tree(
                Templates.get("framework"),
                List.of(),
                section(SectionKind.FIELD_OF_ACTION, "Sprache", List.of(goal), measure("x", "Lose", TrafficLight.GREY)),
                section(SectionKind.OTHER, "Anhang", List.of()));

        assertThat(headings(ConceptPaper.of(tree, Chapters.NONE, Data.NONE, Map.of(), texts)))
                .containsExactly(
                        "1 Handlungsfelder",
                        "2 Sprache",
                        "3 Leitlinie 1.1",
                        "3 Zielvereinbarungen ohne Leitlinie",
                        "1 Weitere Abschnitte",
                        "2 Anhang");
        var table = (Table) MeasureAnnex.of(tree, Map.of(), List.of(), texts).getFirst();
        assertThat(table.name()).isEqualTo("Leitlinien und Zielvereinbarungen");
        assertThat(table.columns()).extracting(Column::name).contains("Leitlinie", "Zielvereinbarung");
        assertThat(annex(tree)).extracting(row -> row.get(1)).containsExactly("1.1 Ankommen", "ohne Leitlinie");
    }

    @Test
    void listsEveryMeasureBelowEveryGoalItServesAndGoalsWithoutMeasure() {
        var shared = measure("1.1", "Kurs im Süden", TrafficLight.YELLOW);
        var tree = tree(
                List.of(),
                section(
                        SectionKind.FIELD_OF_ACTION,
                        "Sprache",
                        List.of(
                                goal(GoalKind.OVERALL_GOAL, "", "Alle sprechen Deutsch.", List.of()),
                                goal(GoalKind.SUB_GOAL, "1", "Kurse", List.of(), shared),
                                goal(GoalKind.SUB_GOAL, "2", "Wege", List.of(), shared)),
                        measure("x", "Lose", TrafficLight.GREY)));

        assertThat(annex(tree))
                .containsExactly(
                        List.of("Sprache", "Oberziel: Alle sprechen Deutsch.", "", "", "", ""),
                        List.of("Sprache", "1 Kurse", "1.1", "Kurs im Süden", "Kreis", "Gelb"),
                        List.of("Sprache", "2 Wege", "1.1", "Kurs im Süden", "Kreis", "Gelb"),
                        List.of("Sprache", "ohne Ziel", "x", "Lose", "Kreis", "Nicht bewertet"));
    }
}
