package de.kreiskonzept.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.StatedCounts;
import de.kreiskonzept.model.structure.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final UUID VERSION = UUID.randomUUID();

    private final List<Section> sections = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Map<UUID, List<UUID>> served = new HashMap<>();
    private StatedCounts stated = StatedCounts.NONE;

    @Test
    void missesAMeasureOnlyAtTheLowestGoal() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        Goal overall = goal(language, null, GoalKind.OVERALL_GOAL, "Oberziel");
        Goal courses = goal(language, overall, GoalKind.SUB_GOAL, "Mehr Kurse");
        Goal places = goal(language, overall, GoalKind.SUB_GOAL, "Mehr Orte");
        measure(language, "1", "Kurse am Abend", "Amt", courses);
        assertThat(spots(CheckKind.GOAL_WITHOUT_MEASURE)).containsExactly(places.id());
    }

    @Test
    void missesWhoCarriesOutAMeasure() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        measure(language, "1", "Kurse am Abend", "Amt");
        Measure nobody = measure(language, "2", "Kurse am Morgen", "  ");
        assertThat(spots(CheckKind.MEASURE_WITHOUT_RESPONSIBLE)).containsExactly(nobody.id());
    }

    @Test
    void missesOverallGoalsOnlyWhereThereAreSome() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        goal(language, null, GoalKind.GOAL, "Ein Ziel");
        Section below = section(language, SectionKind.OTHER, "Kurse");
        assertThat(findings()).extracting(Finding::kind).doesNotContain(CheckKind.SECTION_WITHOUT_OVERALL_GOAL);

        Section work = section(null, SectionKind.CROSS_CUTTING_THEME, "Arbeit");
        goal(work, null, GoalKind.OVERALL_GOAL, "Oberziel");
        goal(section(work, SectionKind.FIELD_OF_ACTION, "Ausbildung"), null, GoalKind.GOAL, "Ein anderes Ziel");
        assertThat(spots(CheckKind.SECTION_WITHOUT_OVERALL_GOAL))
                .containsExactly(language.id())
                .doesNotContain(below.id());
    }

    @Test
    void namesAChapterInWhichNothingStands() {
        var chapter = new Chapter(UUID.randomUUID(), ChapterKind.FOREWORD, "Vorwort", false);
        var content = new Content(VERSION, stated, sections, goals, measures, served, List.of(chapter));
        assertThat(Checks.of(content, Checks.usual(content))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(CheckKind.EMPTY_CHAPTER);
            assertThat(finding.spot().words()).isEqualTo("Vorwort");
            assertThat(finding.spot().id()).isEqualTo(chapter.id());
        });
    }

    @Test
    void holdsStatedCountsAgainstTheTree() {
        stated = new StatedCounts(1, 3);
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache", new StatedCounts(2, 1));
        goal(language, null, GoalKind.OVERALL_GOAL, "Oberziel");
        Goal goal = goal(section(language, SectionKind.OTHER, "Kurse"), null, GoalKind.SUB_GOAL, "Ziel");
        measure(language, "1", "Kurse", "Amt", goal);
        assertThat(findings().stream()
                        .filter(finding -> finding.kind() == CheckKind.COUNT_DIFFERENCE)
                        .map(finding -> finding.spot().id() + " " + finding.difference()))
                .containsExactly(
                        VERSION + " Difference[counted=MEASURES, stated=3, real=1]",
                        language.id() + " Difference[counted=GOALS, stated=2, real=1]");
    }

    @Test
    void findsDoublesAcrossSectionsAndLeadsToTheFirst() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        Section work = section(null, SectionKind.FIELD_OF_ACTION, "Arbeit");
        Goal goal = goal(language, null, GoalKind.GOAL, "Mehr Kurse!");
        Goal again = goal(work, null, GoalKind.GOAL, "mehr kurse");
        Measure course = measure(language, "1", "Kurse am Abend", "Amt", goal, again);
        Measure same = measure(work, "1", "„Kurse“ am Abend.", "Amt", again);
        assertThat(findings().stream()
                        .filter(finding -> finding.first() != null)
                        .map(finding -> finding.kind() + " " + finding.spot().id() + " "
                                + finding.first().id()))
                .contains(
                        "DOUBLED_GOAL " + again.id() + " " + goal.id(),
                        "DOUBLED_MEASURE " + same.id() + " " + course.id());
    }

    @Test
    void letsPlainNumbersBeginAnewAndOthersNot() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        Section work = section(null, SectionKind.FIELD_OF_ACTION, "Arbeit");
        Goal courses = goal(language, null, GoalKind.GOAL, "Kurse");
        Goal places = goal(language, null, GoalKind.GOAL, "Orte");
        measure(language, "1", "Kurse am Abend", "Amt", courses, places);
        measure(language, "1", "Busse", "Amt", places);
        measure(language, "2a", "Räume", "Amt", places);
        measure(work, "2a", "Praktika", "Amt");
        Measure plain = measure(language, "1", "Kurse am Morgen", "Amt", courses);
        Measure composed = measure(language, "2 A", "Lehrkräfte", "Amt", courses);
        assertThat(spots(CheckKind.DOUBLED_NUMBER)).contains(plain.id()).doesNotContain(composed.id());
        Measure twice = measure(language, "2A", "Bücher", "Amt", courses);
        assertThat(spots(CheckKind.DOUBLED_NUMBER)).contains(twice.id());
        assertThat(spots(CheckKind.DOUBLED_NUMBER)).hasSize(3);
    }

    @Test
    void hintsAtGoalsAndNeverAtOverallGoals() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        Goal overall = goal(language, null, GoalKind.OVERALL_GOAL, "Zugewanderte finden Rat");
        Goal vague = goal(language, overall, GoalKind.SUB_GOAL, "Beratung ist gut erreichbar");
        assertThat(spots(CheckKind.NO_FIGURE)).containsExactly(vague.id());
        assertThat(spots(CheckKind.NO_DATE)).containsExactly(vague.id());
        assertThat(EnumSet.allOf(CheckKind.class).stream().filter(CheckKind::isHint))
                .containsExactly(CheckKind.NO_FIGURE, CheckKind.NO_DATE, CheckKind.ADDRESSEE_ELSEWHERE);
    }

    @Test
    void holdsAVersionAgainstTheRulesItsCountyHasSwitchedOn() {
        Section language = section(null, SectionKind.FIELD_OF_ACTION, "Sprache");
        Section work = section(null, SectionKind.FIELD_OF_ACTION, "Arbeit");
        goal(work, null, GoalKind.OVERALL_GOAL, "Oberziel");
        Goal second = goal(work, null, GoalKind.OVERALL_GOAL, "Noch ein Oberziel");
        measure(work, "1", "Praktika", "");
        var content = new Content(VERSION, stated, sections, goals, measures, served);
        List<Finding> found = Checks.of(content, Checks.kinds(content, Templates.get("konstanz")));
        assertThat(found.stream()
                        .map(finding -> finding.kind() + " " + finding.spot().id()))
                .contains("SECOND_OVERALL_GOAL " + second.id(), "SECTION_WITHOUT_OVERALL_GOAL " + language.id());
        assertThat(Checks.of(content, Checks.kinds(content, Templates.get("framework"))))
                .extracting(Finding::kind)
                .doesNotContain(
                        CheckKind.SECOND_OVERALL_GOAL,
                        CheckKind.SECTION_WITHOUT_OVERALL_GOAL,
                        CheckKind.GOAL_WITHOUT_MEASURE,
                        CheckKind.MEASURE_WITHOUT_RESPONSIBLE);
        assertThat(Checks.kinds(content, Templates.usual())).isEqualTo(Checks.usual(content));
    }

    private List<Finding> findings() {
        var content = new Content(VERSION, stated, sections, goals, measures, served);
        return Checks.of(content, Checks.usual(content));
    }

    private List<UUID> spots(CheckKind kind) {
        return findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> finding.spot().id())
                .toList();
    }

    private Section section(@Nullable Section parent, SectionKind kind, String name) {
        return section(parent, kind, name, StatedCounts.NONE);
    }

    private Section section(@Nullable Section parent, SectionKind kind, String name, StatedCounts counts) {
        UUID above = parent == null ? null : parent.id();
        var section = new Section(
                UUID.randomUUID(),
                VERSION,
                above,
                sections.size(),
                kind,
                "",
                name,
                counts.goals(),
                counts.measures(),
                null,
                NOW,
                NOW,
                0);
        sections.add(section);
        return section;
    }

    private Goal goal(Section section, @Nullable Goal parent, GoalKind kind, String text) {
        UUID above = parent == null ? null : parent.id();
        var goal = new Goal(
                UUID.randomUUID(), VERSION, section.id(), above, goals.size(), kind, "", text, null, NOW, NOW, 0);
        goals.add(goal);
        return goal;
    }

    private Measure measure(Section section, String number, String text, String responsible, Goal... serves) {
        var measure = new Measure(
                UUID.randomUUID(),
                VERSION,
                section.id(),
                measures.size(),
                number,
                text,
                "",
                responsible,
                null,
                NOW,
                NOW,
                0);
        measures.add(measure);
        for (Goal goal : serves) {
            served.computeIfAbsent(goal.id(), id -> new ArrayList<>()).add(measure.id());
        }
        return measure;
    }
}
