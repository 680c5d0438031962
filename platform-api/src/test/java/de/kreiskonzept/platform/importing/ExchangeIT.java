package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.model.importing.table.OutlineRow;
import de.kreiskonzept.model.importing.table.OutlineRow.Field;
import de.kreiskonzept.model.importing.table.OutlineRow.Kind;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TableText;
import de.kreiskonzept.model.measure.Costs;
import de.kreiskonzept.model.measure.MeasureDetail;
import de.kreiskonzept.model.measure.MeasureReach;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.detail.Detailed;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.identity.Roles;
import de.kreiskonzept.platform.importing.file.SheetWriter;
import de.kreiskonzept.platform.importing.file.SourceFile;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class ExchangeIT {
    private static final TakeOver.Origin FROM_A_TEST = new TakeOver.Origin("Prüfung", null);
    private static final Path EXAMPLES = Path.of("../deploy/src/main/resources/example");

    private static final SignedIn WHO = new SignedIn(new UUID(0, 0), new UUID(0, 0), "Probe", Roles.LEAD);

    private final PlatformUnderTest platform;
    private Workspace county;

    ExchangeIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
    }

    private UUID example(String name) throws Exception {
        var outline = OutlineYaml.read(Files.readString(EXAMPLES.resolve(name)));
        return platform.in(county, () -> platform.bean(TakeOver.class).asNewVersion(outline, "1.0", "Prüfung"))
                .versionId();
    }

    private List<OutlineRow> rows(UUID version) throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).rows(version).orElseThrow());
    }

    private ConceptTree tree(UUID version) throws Exception {
        return platform.in(
                county, () -> platform.bean(Concepts.class).findTree(version).orElseThrow());
    }

    private static OutlineRows.Found through(List<OutlineRow> rows) {
        return OutlineRows.find(TableText.read(SourceFile.read("konzept.xlsx", SheetWriter.write(rows, List.of()))
                .content()));
    }

    private TakenOver update(UUID version, List<OutlineRow> rows) throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).update(version, through(rows), FROM_A_TEST, WHO));
    }

    private static OutlineRow with(OutlineRow row, Field field, String value) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.putAll(row.values());
        values.put(field, value);
        return new OutlineRow(row.line(), row.kind(), row.depth(), values, row.id(), row.version());
    }

    @Test
    void changesNothingWhereNobodyEditedTheFile() throws Exception {
        for (String name : List.of("konstanz.yml", "boeblingen.yml")) {
            county = platform.county();
            UUID version = example(name);
            ConceptTree before = tree(version);
            TakenOver done = update(version, rows(version));
            assertThat(done.isEmpty()).isTrue();
            assertThat(done.untouched() + done.differing()).isZero();
            assertThat(tree(version)).isEqualTo(before);
        }
    }

    @Test
    void changesCellsAddsRowsNamesMissingOnesAndKeepsStaleOnes() throws Exception {
        UUID version = example("konstanz.yml");
        List<OutlineRow> exported = rows(version);
        var edited = new ArrayList<>(exported);
        List<Integer> measures = new ArrayList<>();
        for (int i = 0; i < edited.size(); i++) {
            if (edited.get(i).kind() == Kind.MEASURE) {
                measures.add(i);
            }
        }
        edited.set(measures.get(0), with(edited.get(measures.get(0)), Field.TEXT, "Ganz neu gefasst"));
        OutlineRow gone = edited.remove((int) measures.getLast());
        int depth = edited.get(measures.get(0)).depth();
        edited.add(
                measures.get(0) + 1,
                new OutlineRow(0, Kind.MEASURE, depth, Map.of(Field.TEXT, "Kommt hinzu", Field.LIGHT, "Gelb"), "", ""));

        TakenOver done = update(version, edited);
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.measures()).isEqualTo(1);
        assertThat(done.untouched()).isEqualTo(1);
        assertThat(tree(version).measureCount()).isEqualTo(194);
        assertThat(tree(version).measures().values())
                .extracting(node -> node.measure().text())
                .contains("Ganz neu gefasst", "Kommt hinzu", gone.value(Field.TEXT));

        TakenOver again = update(version, edited);
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.differing()).isZero();

        var late = new ArrayList<>(exported);
        late.set(measures.get(0), with(late.get(measures.get(0)), Field.TEXT, "Zu spät geändert"));
        TakenOver stale = update(version, late);
        assertThat(stale.isEmpty()).isTrue();
        assertThat(stale.differing()).isEqualTo(1);
        assertThat(tree(version).measures().values())
                .extracting(node -> node.measure().text())
                .contains("Ganz neu gefasst")
                .doesNotContain("Zu spät geändert");
    }

    @Test
    void takesWhatMeasuresSayBesidesTheirWordsThereAndBack() throws Exception {
        UUID version = example("boeblingen.yml");
        var edited = new ArrayList<>(rows(version));
        List<Integer> measures = IntStream.range(0, edited.size())
                .filter(at -> edited.get(at).kind() == Kind.MEASURE)
                .boxed()
                .toList();
        OutlineRow whole = edited.get(measures.get(0));
        edited.set(measures.get(0), with(with(whole, Field.PERIOD, "ab 2030"), Field.COSTS, "2030: 7 €"));
        OutlineRow part = edited.get(measures.get(1));
        edited.set(measures.get(1), with(with(part, Field.PART_OF, whole.value(Field.NUMBER)), Field.PRIORITY, "hoch"));
        OutlineRow wrong = edited.get(measures.get(5));
        edited.set(measures.get(5), with(wrong, Field.COSTS, "viel"));
        edited.add(
                measures.get(0) + 1,
                new OutlineRow(
                        0,
                        Kind.MEASURE,
                        whole.depth(),
                        Map.of(
                                Field.TEXT,
                                "Kommt hinzu",
                                Field.PART_OF,
                                whole.value(Field.NUMBER),
                                Field.REACH,
                                "Gutes Beispiel"),
                        "",
                        ""));

        TakenOver done = update(version, edited);

        assertThat(done.changed()).isEqualTo(2);
        assertThat(done.measures()).isEqualTo(1);
        assertThat(done.differing()).isEqualTo(1);
        var said = details(version);
        MeasureDetail detail = said.get(UUID.fromString(whole.id())).detail();
        assertThat(detail.timeFrame().text()).isEqualTo("ab 2030");
        assertThat(Costs.text(detail.costs(), "")).isEqualTo("einmalig 7 € im Jahr 2030");
        assertThat(said.get(UUID.fromString(part.id())).partOf()).isEqualTo(UUID.fromString(whole.id()));
        assertThat(said.values())
                .filteredOn(one -> one.detail().reach() == MeasureReach.BEST_PRACTICE
                        && UUID.fromString(whole.id()).equals(one.partOf()))
                .hasSize(1);
        var history = platform.in(
                county,
                () -> platform.bean(FieldHistory.class)
                        .list(new FieldChange.Subject("measure", UUID.fromString(whole.id())), 0, 9));
        assertThat(history).extracting(FieldChange::field).contains("timeFrame", "costs");
        TakenOver again = update(version, rows(version));
        assertThat(again.isEmpty()).isTrue();
        assertThat(details(version)).isEqualTo(said);
    }

    private Map<UUID, Detailed> details(UUID version) throws Exception {
        return platform.in(county, () -> platform.bean(Concepts.class).listDetails(version));
    }

    @Test
    void givesTheWorkbookToTheLeadOnly() throws Exception {
        UUID version = example("boeblingen.yml");
        String path = "/api/v1/" + county.slug() + "/versions/" + version + "/workbook";
        assertThat(platform.get(path, platform.token(county, Roles.LEAD)).statusCode())
                .isEqualTo(200);
        assertThat(platform.get(path, platform.token(county, Roles.EDITOR)).statusCode())
                .isEqualTo(403);
        Workspace other = platform.county();
        String foreign = path.replace(county.slug(), other.slug());
        assertThat(platform.get(foreign, platform.token(other, Roles.LEAD)).statusCode())
                .isEqualTo(404);
        String page = "/" + county.slug() + "/konzept/import";
        String lead = platform.cookie(county, Roles.LEAD);
        assertThat(platform.page(page, lead).body()).contains("Vorlage herunterladen", "Konzept zum Bearbeiten");
        for (String file : List.of("/vorlage.xlsx", "/bearbeiten.xlsx")) {
            var answer = platform.send(platform.request(page.replace("import", "excel") + file)
                    .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .header("Cookie", lead));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment", county.slug());
        }
    }
}
