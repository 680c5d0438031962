package de.kreiskonzept.platform.importing.file;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.ReasonClass;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.RowTree;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineGoal;
import de.kreiskonzept.model.outline.OutlineMeasure;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.io.ByteArrayInputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetWriterTest {
    @Property(tries = 60)
    void isReadBackAsTheSameOutline(@ForAll("outlines") ConceptOutline outline) {
        Source source = SourceFile.read("konzept.xlsx", SheetWriter.write(OutlineRows.of(outline), List.of()));
        var found = OutlineRows.find(TableText.read(source.content()));
        assertThat(found.deviations()).isEmpty();
        ConceptOutline read = RowTree.parsed(found).outline();
        assertThat(OutlineRows.of(read)).isEqualTo(OutlineRows.of(outline));
        assertThat(read.measureCount()).isEqualTo(outline.measureCount());
    }

    @Test
    void offersListsAndHidesIdsAsAnotherProgramReadsIt() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(SheetWriter.write(List.of(), List.of())))) {
            var sheet = workbook.getSheet("Konzept");
            assertThat(sheet.getDataValidations()).hasSize(7);
            assertThat(sheet.getDataValidations().stream()
                            .map(validation ->
                                    validation.getValidationConstraint().getFormula1()))
                    .anyMatch(list -> list.contains("Grün") && list.contains("Grau"))
                    .anyMatch(list -> list.contains("Querschnittsthema"))
                    .anyMatch(list -> list.contains("nein"))
                    .anyMatch(list -> list.contains("Gutes Beispiel"));
            assertThat(sheet.isColumnHidden(21)).isTrue();
            assertThat(sheet.isColumnHidden(22)).isTrue();
            assertThat(sheet.isColumnHidden(20)).isFalse();
        }
    }

    @Provide
    Arbitrary<ConceptOutline> outlines() {
        return Combinators.combine(words(60), counts(), texts(), sections(2))
                .as(ConceptOutline::new)
                .filter(outline -> !outline.sections().isEmpty());
    }

    /** Words that a person may write, some of which a spreadsheet could take for something else. */
    private static Arbitrary<String> words(int longest) {
        Arbitrary<String> free = Arbitraries.strings()
                .withChars("abcÄöüß XYZ=+-@\"';|\\<>&\n\t€„“1234567890.,")
                .ofMinLength(1)
                .ofMaxLength(longest);
        Arbitrary<String> tricky = Arbitraries.of(
                "=1+1", "007", "1,5", "_x000D_", "ja", "Text", "Maßnahme", "a\n\nb", "<b>&amp;", "\\n", "1e5");
        return Arbitraries.frequencyOf(Tuple.of(4, free), Tuple.of(1, tricky))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> maybe(int longest) {
        return Arbitraries.oneOf(Arbitraries.just(""), words(longest));
    }

    private static Arbitrary<StatedCounts> counts() {
        return Arbitraries.integers()
                .between(0, 500)
                .injectNull(0.5)
                .tuple2()
                .map(pair -> new StatedCounts(pair.get1(), pair.get2()));
    }

    private static Arbitrary<List<OutlineText>> texts() {
        return Combinators.combine(maybe(30), words(80))
                .as((name, text) -> new OutlineText(name, text, 0))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<OutlineSection>> sections(int deep) {
        Arbitrary<List<OutlineSection>> below =
                deep == 1 ? Arbitraries.just(List.of()) : Arbitraries.lazy(() -> sections(deep - 1));
        return Combinators.combine(
                        Arbitraries.of(SectionKind.values()), maybe(8), words(40), counts(), texts(), below, goals(3))
                .as((kind, number, name, stated, texts, sections, goals) ->
                        new OutlineSection(kind, number, name, 0, stated, texts, sections, goals))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<OutlineGoal>> goals(int deep) {
        Arbitrary<List<OutlineGoal>> below =
                deep == 1 ? Arbitraries.just(List.of()) : Arbitraries.lazy(() -> goals(deep - 1));
        return Combinators.combine(Arbitraries.of(GoalKind.values()), maybe(8), words(60), below, measures())
                .as((kind, number, text, goals, measures) -> new OutlineGoal(kind, number, text, 0, goals, measures))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<OutlineMeasure>> measures() {
        return Combinators.combine(
                        maybe(8),
                        words(60),
                        Arbitraries.of(true, false),
                        Arbitraries.of(TrafficLight.values()),
                        Arbitraries.of(ReasonClass.values()).injectNull(0.5),
                        maybe(40),
                        maybe(20),
                        maybe(40))
                .as((number, text, counted, light, reason, justification, responsible, description) ->
                        new OutlineMeasure(
                                number,
                                text,
                                0,
                                counted,
                                light,
                                light == TrafficLight.RED ? reason : null,
                                justification,
                                responsible,
                                description))
                .list()
                .ofMaxSize(3);
    }
}
