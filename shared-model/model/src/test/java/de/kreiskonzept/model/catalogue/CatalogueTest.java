package de.kreiskonzept.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.catalogue.CatalogueChange.Kind;
import de.kreiskonzept.model.catalogue.CatalogueChange.Part;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.topic.Topic;
import de.kreiskonzept.model.topic.TopicCatalogue;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Catalogue FIRST = CatalogueVersions.shipped().at(1);
    private static final List<String> TOPICS =
            FIRST.topics().topics().stream().map(Topic::key).toList();
    private static final List<String> QUESTIONS =
            FIRST.checklist().questions().stream().map(Question::key).toList();

    @Test
    void theSameVersionDiffersInNothing() {
        assertThat(FIRST.changesTo(FIRST)).isEmpty();
    }

    @Test
    void namesWhatIsNewRenamedChangedAndGone() {
        var topics = new ArrayList<>(FIRST.topics().topics());
        topics.removeFirst();
        topics.set(0, new Topic(topics.getFirst().key(), "Beschäftigung", List.of()));
        topics.set(1, new Topic(topics.get(1).key(), topics.get(1).name(), List.of("Lernen")));
        topics.add(new Topic("digital", "Digitales", List.of()));
        var changes = FIRST.changesTo(with(topics));
        assertThat(changes)
                .containsExactly(
                        new CatalogueChange(Part.TOPIC, Kind.RENAMED, "Beschäftigung", "Arbeit"),
                        new CatalogueChange(Part.TOPIC, Kind.CHANGED, "Bildung", ""),
                        new CatalogueChange(Part.TOPIC, Kind.ADDED, "Digitales", ""),
                        new CatalogueChange(Part.TOPIC, Kind.REMOVED, "Sprache", ""));
    }

    @Test
    void namesQuestionsWithTheirFieldsAndTemplates() {
        var gone = FIRST.checklist().questions().getLast();
        var template = FIRST.processes().getFirst();
        var renamed = new ProcessTemplate(
                template.key(), "Anders genannt", template.source(), template.began(), null, template.steps());
        var newer = new Catalogue(2, FIRST.topics(), without(Set.of(gone.key())), List.of(renamed));
        var changes = FIRST.changesTo(newer);
        assertThat(changes)
                .contains(
                        new CatalogueChange(Part.TEMPLATE, Kind.RENAMED, "Anders genannt", template.title()),
                        new CatalogueChange(Part.QUESTION, Kind.REMOVED, gone.title(), ""));
        assertThat(changes.stream().filter(change -> change.part() == Part.FIELD))
                .hasSize(gone.fields().size())
                .allMatch(
                        change -> change.kind() == Kind.REMOVED && change.name().startsWith(gone.title()));
    }

    @Test
    void aQuestionWithAnotherTitleLeavesItsFieldsAlone() {
        var phases = new ArrayList<>(FIRST.checklist().phases());
        var phase = phases.getFirst();
        var questions = new ArrayList<>(phase.questions());
        var before = questions.getFirst();
        questions.set(
                0,
                new Question(
                        before.key(),
                        "Wer hat mich beauftragt?",
                        before.why(),
                        before.fields(),
                        before.follows(),
                        before.hints(),
                        before.evidence(),
                        before.advice(),
                        before.proposals()));
        phases.set(0, new Checklist.Phase(phase.key(), phase.title(), phase.intro(), questions));
        var newer = new Catalogue(2, FIRST.topics(), new Checklist("iq", 2, "Neu", "", phases), FIRST.processes());
        assertThat(FIRST.changesTo(newer))
                .containsExactly(
                        new CatalogueChange(Part.QUESTION, Kind.RENAMED, "Wer hat mich beauftragt?", before.title()));
    }

    @Test
    void versionsAreNumberedWithoutGaps() {
        assertThatThrownBy(() -> new CatalogueVersions(List.of())).hasMessageContaining("without gaps");
        assertThatThrownBy(() -> new CatalogueVersions(List.of(FIRST, FIRST))).hasMessageContaining("without gaps");
    }

    @Test
    void afterGoingBackToAnEarlierReleaseItsLatestVersionHolds() {
        assertThat(new CatalogueVersions(List.of(FIRST)).at(3)).isEqualTo(FIRST);
    }

    @Test
    void aQuestionWhosePhaseIsGoneStandsInTheLastOne() {
        var first = FIRST.checklist().phases().getFirst().questions().getFirst();
        var fewer = new Checklist(
                "iq", 2, "Kürzer", "", List.of(FIRST.checklist().phases().getLast()));
        var versions =
                new CatalogueVersions(List.of(FIRST, new Catalogue(2, FIRST.topics(), fewer, FIRST.processes())));
        var kept = versions.checklist(2, Set.of(first.key()));
        assertThat(kept.phases()).hasSize(1);
        assertThat(kept.questions().getLast()).isEqualTo(first);
    }

    /** Whatever a newer version leaves out: what a county has answered or meant stays, and nothing else of it does. */
    @Property(tries = 200)
    void whatTheCountyUsesStaysWhateverANewerVersionLeavesOut(
            @ForAll("questions") Set<String> leftOut,
            @ForAll("questions") Set<String> answered,
            @ForAll("topics") Set<String> topicsLeftOut,
            @ForAll("topics") Set<String> meant) {
        var fewer = FIRST.topics().topics().stream()
                .filter(topic -> !topicsLeftOut.contains(topic.key()))
                .toList();
        var versions = new CatalogueVersions(
                List.of(FIRST, new Catalogue(2, new TopicCatalogue(2, fewer), without(leftOut), FIRST.processes())));

        var questions = versions.checklist(2, answered).questions().stream()
                .map(Question::key)
                .toList();
        assertThat(questions).doesNotHaveDuplicates().containsAll(answered);
        assertThat(questions).containsExactlyInAnyOrderElementsOf(expected(QUESTIONS, leftOut, answered));
        var topics = versions.topics(2, meant).topics().stream().map(Topic::key).toList();
        assertThat(topics).containsExactlyInAnyOrderElementsOf(expected(TOPICS, topicsLeftOut, meant));
        assertThat(versions.checklist(1, answered)).isEqualTo(FIRST.checklist());
    }

    @Provide
    Arbitrary<Set<String>> questions() {
        return Arbitraries.of(QUESTIONS).set().ofMaxSize(QUESTIONS.size() - 1);
    }

    @Provide
    Arbitrary<Set<String>> topics() {
        return Arbitraries.of(TOPICS).set();
    }

    private static Set<String> expected(List<String> all, Set<String> leftOut, Set<String> used) {
        var expected = new HashSet<>(all);
        expected.removeAll(leftOut);
        used.stream().filter(all::contains).forEach(expected::add);
        return expected;
    }

    private static Catalogue with(List<Topic> topics) {
        return new Catalogue(2, new TopicCatalogue(2, topics), FIRST.checklist(), FIRST.processes());
    }

    private static Checklist without(Set<String> questions) {
        return new Checklist(
                "iq",
                2,
                FIRST.checklist().title(),
                "",
                FIRST.checklist().phases().stream()
                        .map(phase -> new Checklist.Phase(
                                phase.key(),
                                phase.title(),
                                phase.intro(),
                                phase.questions().stream()
                                        .filter(question -> !questions.contains(question.key()))
                                        .toList()))
                        .toList());
    }
}
