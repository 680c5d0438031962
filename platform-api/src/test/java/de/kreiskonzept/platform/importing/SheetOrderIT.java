package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.importing.Deviation;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.importing.sheet.SheetUpdate;
import de.kreiskonzept.platform.monitoring.ConceptSample;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The order of rows below one parent, and the chapters of texts, in a workbook that comes back. */
@ExtendWith(PlatformUnderTest.Given.class)
class SheetOrderIT {
    private static final SignedIn WHO = new SignedIn(new UUID(0, 0), new UUID(0, 0), "Probe", Roles.LEAD);
    private static final TakeOver.Origin ORIGIN = new TakeOver.Origin("Probe", null);

    private final PlatformUnderTest platform;
    private Workspace county;
    private UUID version;

    SheetOrderIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aConcept() throws Exception {
        county = platform.county();
        try (var concept = new ConceptSample(county)) {
            version = concept.version();
            UUID first = concept.section(null, "field_of_action", "Sprache");
            UUID goal = concept.goal(first, null, "goal", "Mehr Kurse");
            concept.goal(first, null, "goal", "Bessere Kurse");
            UUID second = concept.section(null, "field_of_action", "Wohnen");
            UUID other = concept.goal(second, null, "goal", "Mehr Wohnungen");
            concept.measure(first, "Kurse am Abend", "grey", true, goal);
            concept.measure(first, "Kurse am Morgen", "grey", true, goal, other);
            concept.measure(first, "Kurse am Samstag", "grey", true, goal);
            concept.text("Vorwort", "Guten Tag");
            concept.text("Zweck", "Damit alle mitreden");
        }
    }

    @Test
    void comesBackForSectionsGoalsMeasuresAndTexts() throws Exception {
        var rows = new ArrayList<>(exported());
        swap(rows, "Kurse am Abend", "Kurse am Samstag");
        swap(rows, "Guten Tag", "Damit alle mitreden");
        List<OutlineRow> better = block(rows, "Bessere Kurse", 1);
        rows.addAll(at(rows, "Mehr Kurse"), better);
        List<OutlineRow> housing = block(rows, "Wohnen", 3);
        rows.addAll(at(rows, "Sprache"), housing);

        assertThat(plan(rows).changes())
                .extracting(SheetUpdate.Change::field)
                .containsOnly("Reihenfolge")
                .hasSize(4);
        take(rows);

        assertThat(texts())
                .containsExactly(
                        "Damit alle mitreden",
                        "Guten Tag",
                        "Wohnen",
                        "Mehr Wohnungen",
                        "Kurse am Morgen",
                        "Sprache",
                        "Bessere Kurse",
                        "Mehr Kurse",
                        "Kurse am Samstag",
                        "Kurse am Morgen",
                        "Kurse am Abend");
        assertThat(plan(rows).changes()).as("the same file twice").isEmpty();
        assertThat(plan(rows).stale()).isEmpty();
    }

    @Test
    void staysWhereSomebodyHasChangedItMeanwhile() throws Exception {
        var rows = new ArrayList<>(exported());
        var other = new ArrayList<>(rows);
        swap(other, "Kurse am Abend", "Kurse am Morgen");
        take(other);
        swap(rows, "Kurse am Abend", "Kurse am Samstag");

        assertThat(plan(rows).changes()).isEmpty();
        assertThat(plan(rows).stale()).extracting(SheetUpdate.Change::field).containsExactly("Reihenfolge");
        take(rows);
        assertThat(texts()).containsSubsequence("Kurse am Morgen", "Kurse am Abend", "Kurse am Samstag");
    }

    @Test
    void textsComeIntoTheChapterOfTheirCell() throws Exception {
        platform.in(county, () -> {
            platform.bean(Chaptering.class).begin(version);
            return true;
        });
        String foreword = chapter(ChapterKind.FOREWORD);
        String purpose = chapter(ChapterKind.PURPOSE);
        var rows = new ArrayList<>(exported());
        int hello = at(rows, "Guten Tag");
        assertThat(rows.get(hello).value(Field.CHAPTER)).isEqualTo(foreword);
        rows.set(hello, in(rows.get(hello), purpose));
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.TEXT, "Wir danken allen");
        values.put(Field.CHAPTER, foreword);
        rows.add(hello, new OutlineRow(0, Kind.TEXT, 1, values, "", ""));
        int housing = at(rows, "Damit alle mitreden");
        rows.set(housing, in(rows.get(housing), "Gibt es nicht"));

        values.put(Field.TEXT, "Wir grüßen alle");
        values.put(Field.CHAPTER, "Auch nicht");
        rows.add(hello, new OutlineRow(0, Kind.TEXT, 1, values, "", ""));

        assertThat(plan(rows).stale()).isEmpty();
        var found = found(rows);
        assertThat(platform.in(county, () -> platform.bean(TakeOver.class).inCurrentChapters(found))
                        .deviations())
                .extracting(Deviation::excerpt)
                .containsExactlyInAnyOrder("Gibt es nicht", "Auch nicht");
        take(rows);

        List<OutlineRow> after = exported();
        assertThat(after.get(at(after, "Guten Tag")).value(Field.CHAPTER)).isEqualTo(purpose);
        assertThat(after.get(at(after, "Wir danken allen")).value(Field.CHAPTER))
                .isEqualTo(foreword);
        OutlineRow outside = after.get(at(after, "Wir grüßen alle"));
        assertThat(outside.value(Field.CHAPTER)).isEmpty();
        assertThat(outside.value(Field.HEADING)).isEqualTo("Auch nicht");
        assertThat(after.get(at(after, "Damit alle mitreden")).value(Field.CHAPTER))
                .isEmpty();
        assertThat(plan(rows).changes()).isEmpty();
    }

    private String chapter(ChapterKind kind) throws Exception {
        return platform.in(county, () -> platform.bean(Chaptering.class).get(version))
                .find(kind)
                .orElseThrow()
                .title();
    }

    private static OutlineRow in(OutlineRow row, String chapter) {
        var values = new EnumMap<Field, String>(row.values());
        values.put(Field.CHAPTER, chapter);
        return new OutlineRow(row.line(), row.kind(), row.depth(), values, row.id(), row.version());
    }

    private static int at(List<OutlineRow> rows, String text) {
        return rows.stream().map(row -> row.value(Field.TEXT)).toList().indexOf(text);
    }

    private static void swap(List<OutlineRow> rows, String one, String other) {
        Collections.swap(rows, at(rows, one), at(rows, other));
    }

    /** Takes rows out of the list. */
    private static List<OutlineRow> block(List<OutlineRow> rows, String from, int length) {
        int first = at(rows, from);
        List<OutlineRow> block = List.copyOf(rows.subList(first, first + length));
        rows.subList(first, first + length).clear();
        return block;
    }

    private List<String> texts() throws Exception {
        return exported().stream().skip(1).map(row -> row.value(Field.TEXT)).toList();
    }

    private List<OutlineRow> exported() throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).rows(version).orElseThrow());
    }

    private SheetUpdate plan(List<OutlineRow> rows) throws Exception {
        var found = found(rows);
        return platform.in(county, () -> platform.bean(TakeOver.class).plan(version, found));
    }

    private void take(List<OutlineRow> rows) throws Exception {
        var found = found(rows);
        platform.in(county, () -> platform.bean(TakeOver.class).update(version, found, ORIGIN, WHO));
    }

    private static OutlineRows.Found found(List<OutlineRow> rows) {
        byte[] file = SheetWriter.write(rows, List.of());
        return OutlineRows.find(
                TableText.read(SourceFile.read("konzept.xlsx", file).content()));
    }
}
