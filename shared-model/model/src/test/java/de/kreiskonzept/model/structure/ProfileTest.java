package de.kreiskonzept.model.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.concept.GoalKind;
import de.kreiskonzept.model.concept.SectionKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Level CHAPTER = level(Part.OTHER, "Kapitel");
    private static final Level GOAL = level(Part.GOAL, "Ziel");
    private static final Level MEASURE = level(Part.MEASURE, "Schritt");

    @Test
    void namesSectionsByTheirDepth() {
        Profile profile = template("boeblingen");
        assertThat(profile.section(SectionKind.OTHER, 0).singular()).isEqualTo("Kapitel");
        assertThat(profile.section(SectionKind.OTHER, 1).singular()).isEqualTo("Unterkapitel");
        assertThat(profile.section(SectionKind.OTHER, 4).singular()).isEqualTo("Unterkapitel");
        assertThat(profile.sectionsAt(1)).extracting(PartName::singular).containsExactly("Unterkapitel");
        assertThat(profile.sectionsAt(2)).isEmpty();
        Profile mixed = profile(level(Part.FIELD_OF_ACTION, "Säule"), level(Part.OTHER, "Teil"), CHAPTER, MEASURE);
        assertThat(List.of(0, 1, 2))
                .extracting(depth -> mixed.section(SectionKind.OTHER, depth).singular())
                .containsExactly("Teil", "Teil", "Kapitel");
        assertThat(mixed.section(SectionKind.FIELD_OF_ACTION, 2).singular()).isEqualTo("Säule");
    }

    @Test
    void callsAFieldThatIsAThemeTooByBothNames() {
        assertThat(Templates.usual().section(SectionKind.FIELD_AND_THEME, 0).plural())
                .isEqualTo("Handlungsfelder und Querschnittsthemen");
        assertThat(template("boeblingen")
                        .section(SectionKind.FIELD_AND_THEME, 0)
                        .singular())
                .isEqualTo("Kapitel und Querschnittsthema");
        assertThat(template("framework").section(SectionKind.FIELD_AND_THEME, 0).singular())
                .isEqualTo("Handlungsfeld und Querschnittsthema");
        String longest = "F".repeat(PartName.LONGEST);
        Profile own = profile(level(Part.FIELD_OF_ACTION, longest), MEASURE);
        assertThat(own.section(SectionKind.FIELD_AND_THEME, 0).singular()).isEqualTo(longest);
    }

    @Test
    void callsWhatItDoesNotNameByTheUsualWord() {
        Profile profile = template("framework");
        assertThat(profile.measure().plural()).isEqualTo("Zielvereinbarungen");
        assertThat(profile.section(SectionKind.CROSS_CUTTING_THEME, 0).singular())
                .isEqualTo("Querschnittsthema");
        assertThat(profile.goal(GoalKind.SUB_GOAL).singular()).isEqualTo("Unterziel");
        assertThat(profile.goal(GoalKind.SUB_GOAL).numbering()).isEqualTo(Numbering.FREE);
    }

    @Test
    void callsAllGoalsByTheOneNameTheyHave() {
        assertThat(template("konstanz").goals().plural()).isEqualTo("Unterziele");
        assertThat(template("framework").goals().plural()).isEqualTo("Leitlinien");
        assertThat(Templates.usual().goals().plural()).isEqualTo("Ziele");
        assertThat(profile(CHAPTER, MEASURE).goals().plural()).isEqualTo("Ziele");
        assertThat(template("framework").goals().count(1)).isEqualTo("1 Leitlinie");
        assertThat(template("framework").goals().count(1234)).isEqualTo("1.234 Leitlinien");
    }

    @Test
    void knowsWhatStandsBelow() {
        Profile konstanz = template("konstanz");
        assertThat(konstanz.topGoals()).extracting(PartName::part).containsExactly(Part.OVERALL_GOAL);
        assertThat(konstanz.goalsBelow(GoalKind.OVERALL_GOAL))
                .extracting(PartName::part)
                .containsExactly(Part.SUB_GOAL);
        assertThat(konstanz.goalsBelow(GoalKind.SUB_GOAL)).isEmpty();
        assertThat(template("boeblingen").goalsBelow(GoalKind.GOAL)).isEmpty();
        assertThat(profile(CHAPTER, MEASURE).topGoals()).isEmpty();
    }

    @Test
    void hasTwoToFiveLevelsFromSectionsDownToMeasures() {
        assertThatThrownBy(() -> profile(CHAPTER)).hasMessageContaining("2 to 5");
        assertThatThrownBy(() -> profile(CHAPTER, CHAPTER, CHAPTER, CHAPTER, CHAPTER, GOAL))
                .hasMessageContaining("2 to 5");
        assertThatThrownBy(() -> profile(GOAL, MEASURE)).hasMessageContaining("begins with sections");
        assertThatThrownBy(() -> profile(CHAPTER, MEASURE, GOAL)).hasMessageContaining("above");
        assertThatThrownBy(() -> profile(CHAPTER, GOAL, GOAL)).hasMessageContaining("one level");
        assertThatThrownBy(() -> new Level(List.of())).hasMessageContaining("one name");
        assertThatThrownBy(() -> new Level(List.of(name(Part.OTHER, "A"), name(Part.OTHER, "B"))))
                .hasMessageContaining("one name");
        assertThatThrownBy(() -> new Level(List.of(name(Part.OTHER, "A"), name(Part.GOAL, "B"))))
                .hasMessageContaining("of their own");
    }

    @Test
    void proposesTheTextsThatAreNotThere() {
        PartName chapter = template("boeblingen").section(SectionKind.OTHER, 0);
        assertThat(chapter.textsBeside(List.of("Ist-Situation", "Vorwort")))
                .containsExactly("Ausgangsthese", "Bestehende Angebote");
    }

    @Test
    void offersTheTemplatesOfTheDocuments() {
        assertThat(Templates.list())
                .extracting(template -> template.profile().template())
                .containsExactly("konstanz", "boeblingen", "framework");
        assertThat(Templates.list())
                .allMatch(template -> template.profile().isChosen()
                        && !template.title().isBlank()
                        && !template.source().isBlank());
        assertThat(Templates.usual().isChosen()).isFalse();
        assertThat(template("boeblingen").rules()).containsExactlyInAnyOrder(Rule.MEASURE, Rule.RESPONSIBLE);
    }

    @Test
    void isChosenOnceItIsChanged() {
        Profile own = Templates.usual().with(List.of(CHAPTER, MEASURE), Set.of());
        assertThat(own.isChosen()).isTrue();
        assertThat(own.sections(PartName::plural)).isEqualTo("Kapitel");
        assertThat(template("konstanz").sections(PartName::singular)).isEqualTo("Handlungsfeld / Querschnittsthema");
    }

    private static Profile template(String name) {
        return Templates.find(name).orElseThrow().profile();
    }

    private static Profile profile(Level... levels) {
        return new Profile("konstanz", List.of(levels), Set.of());
    }

    private static Level level(Part part, String name) {
        return new Level(List.of(name(part, name)));
    }

    private static PartName name(Part part, String name) {
        return new PartName(part, name, name, Numbering.FREE, List.of());
    }
}
