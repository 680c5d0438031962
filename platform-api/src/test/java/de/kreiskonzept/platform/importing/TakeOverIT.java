package de.kreiskonzept.platform.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TrafficLight;
import de.kreiskonzept.model.importing.ConceptTextParser;
import de.kreiskonzept.model.importing.ParsedConcept;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineYaml;
import de.kreiskonzept.platform.PlatformUnderTest;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.tenancy.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformUnderTest.Given.class)
class TakeOverIT {
    private static final TakeOver.Origin FROM_A_TEST = new TakeOver.Origin("Prüfung", null);
    private static final Path AMPELDOKUMENT = beside("shared/sources/konstanz-2025-ampeldokument.txt");
    private static final Path EXAMPLES = Path.of("../deploy/src/main/resources/example");

    private final PlatformUnderTest platform;
    private Workspace county;

    TakeOverIT(PlatformUnderTest platform) {
        this.platform = platform;
    }

    /** A file beside the project or beside a folder above it. */
    static Path beside(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return Path.of(name);
    }

    @BeforeEach
    void begin() throws Exception {
        county = platform.county();
    }

    @Test
    void bringsTheWholeAmpeldokumentInAndTwiceGivesNoDoubles() throws Exception {
        assumeTrue(Files.exists(AMPELDOKUMENT), "the Ampeldokument is not beside the project");
        ConceptOutline outline = ((ParsedConcept) ConceptTextParser.read(Files.readAllBytes(AMPELDOKUMENT))).outline();

        TakenOver first = takeOver(outline);
        ConceptTree tree = tree(first.versionId());
        assertThat(tree.sections()).hasSize(11);
        assertThat(tree.sections())
                .filteredOn(node -> node.section().kind() == SectionKind.FIELD_OF_ACTION)
                .hasSize(6);
        assertThat(tree.sections())
                .filteredOn(node -> node.section().kind() == SectionKind.CROSS_CUTTING_THEME)
                .hasSize(5);
        assertThat(tree.sections())
                .allSatisfy(node -> assertThat(node.goals())
                        .singleElement()
                        .satisfies(goal -> assertThat(goal.goal().kind()).isEqualTo(GoalKind.OVERALL_GOAL)));
        assertThat(tree.goalCount()).isEqualTo(64);
        assertThat(tree.version().statedMeasures()).isEqualTo(193);
        assertThat(tree.sections().stream()
                        .mapToInt(node -> node.section().stated().measures())
                        .sum())
                .isEqualTo(193);
        assertThat(tree.measures().values())
                .allSatisfy(node -> assertThat(node.light().light()).isEqualTo(TrafficLight.GREY));

        TakenOver again = platform.in(
                county, () -> platform.bean(TakeOver.class).into(first.versionId(), outline, false, FROM_A_TEST));
        assertThat(again.sections() + again.goals() + again.measures() + again.texts())
                .isZero();
        assertThat(tree(first.versionId())).isEqualTo(tree);
    }

    @Test
    void bringsEveryMeasureOfTheExampleInWithLightAndHistory() throws Exception {
        ConceptOutline outline = OutlineYaml.read(Files.readString(EXAMPLES.resolve("konstanz.yml")));

        TakenOver done = takeOver(outline);

        ConceptTree tree = tree(done.versionId());
        assertThat(tree.measureCount()).isEqualTo(193);
        assertThat(done.measures()).isEqualTo(193);
        assertThat(tree.lights()).containsKeys(TrafficLight.GREEN, TrafficLight.YELLOW, TrafficLight.RED);
        long assessed = tree.measures().values().stream()
                .filter(node -> node.light().light() != TrafficLight.GREY)
                .count();
        assertThat(assessments()).isEqualTo(assessed);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void keepsSectionsBelowSections() throws Exception {
        ConceptOutline outline = OutlineYaml.read(Files.readString(EXAMPLES.resolve("boeblingen.yml")));

        ConceptTree tree = tree(takeOver(outline).versionId());

        assertThat(tree.sections()).hasSize(8);
        assertThat(tree.sections().stream()
                        .mapToInt(node -> node.sections().size())
                        .sum())
                .isEqualTo(25);
        assertThat(tree.differences()).hasSize(2);
    }

    @Test
    void addsOnlyWhatIsNewAndKeepsEqualSiblingsApart() throws Exception {
        TakenOver first = takeOver(parsed("""
                Handlungsfeld Sprache
                Ziel 1: Kurse für alle
                Maßnahme: Beratung
                Maßnahme: Beratung
                """));
        assertThat(tree(first.versionId()).measureCount()).isEqualTo(2);

        TakenOver second = platform.in(
                county, () -> platform.bean(TakeOver.class).into(first.versionId(), parsed("""
                Handlungsfeld Sprache
                Ziel 1: Kurse für alle
                Maßnahme: Beratung
                Maßnahme: Beratung
                Maßnahme: Dolmetschen
                Handlungsfeld Arbeit
                Ziel 1: Arbeit für alle
                """), false, FROM_A_TEST));

        assertThat(second.measures()).isEqualTo(1);
        assertThat(second.sections()).isEqualTo(1);
        assertThat(tree(first.versionId()).measureCount()).isEqualTo(3);
    }

    @Test
    void leavesWhatDiffersAndWhatTheSourceDoesNotHave() throws Exception {
        TakenOver first =
                takeOver(parsed("Handlungsfeld Sprache\nZiel 1: Kurse\nMaßnahme 1: Beratung\nZiel 2: Räume\n"));
        ConceptOutline other =
                parsed("Handlungsfeld Sprache\nZiel 1: Kurse für alle\nMaßnahme 1: Beratung\nZiel 3: Busse\n");

        TakenOver second = into(first.versionId(), other, false);
        assertThat(second.differing()).isEqualTo(1);
        assertThat(second.untouched()).isEqualTo(1);
        assertThat(second.goals()).isEqualTo(1);
        assertThat(tree(first.versionId()).goalCount()).isEqualTo(3);

        TakenOver beside = into(first.versionId(), other, true);
        assertThat(beside.goals()).isEqualTo(1);
        assertThat(tree(first.versionId()).goalCount()).isEqualTo(4);
        assertThat(into(first.versionId(), other, true).isEmpty()).isTrue();
    }

    private TakenOver into(UUID version, ConceptOutline outline, boolean addDiffering) throws Exception {
        return platform.in(
                county, () -> platform.bean(TakeOver.class).into(version, outline, addDiffering, FROM_A_TEST));
    }

    private static ConceptOutline parsed(String text) {
        return ((ParsedConcept) ConceptTextParser.read(text)).outline();
    }

    private TakenOver takeOver(ConceptOutline outline) throws Exception {
        return platform.in(county, () -> platform.bean(TakeOver.class).asNewVersion(outline, "1.0", "Prüfung"));
    }

    private ConceptTree tree(UUID version) throws Exception {
        return platform.in(
                county, () -> platform.bean(Concepts.class).findTree(version).orElseThrow());
    }

    private long assessments() throws Exception {
        return platform.in(county, () -> platform.bean(StoredAssessments.class).number());
    }
}
