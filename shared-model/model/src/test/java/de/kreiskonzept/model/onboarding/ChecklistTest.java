package de.kreiskonzept.model.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {
    @Test
    void theTenQuestionsComeBeforeTheStepsToLastingStructures() {
        assertThat(Iq.LIST.phases().getFirst().questions())
                .extracting(Question::key)
                .containsExactly(
                        "mandate",
                        "resources",
                        "responsibility",
                        "addressees",
                        "depth",
                        "approach",
                        "supporters",
                        "participation",
                        "project",
                        "external");
        assertThat(Iq.LIST.phases().getLast().questions())
                .extracting(Question::key)
                .containsExactly(
                        "start_letter",
                        "first_meeting",
                        "process_design",
                        "fields",
                        "principles",
                        "inventory",
                        "measures",
                        "controlling",
                        "structures");
        assertThat(Iq.LIST.number(Iq.question("depth"))).isEqualTo(5);
        assertThat(Iq.LIST.source()).contains("IQ", "NIKO");
    }

    @Test
    void eachOfTheTenQuestionsSaysWhyItMattersAndWhatFollows() {
        assertThat(Iq.LIST.phases().getFirst().questions()).allSatisfy(question -> {
            assertThat(question.why()).isNotBlank();
            assertThat(question.follows()).isNotEmpty();
            assertThat(question.hints()).isNotEmpty();
            assertThat(question.evidence()).isNotEmpty();
            assertThat(question.fields()).anyMatch(Field::needed);
        });
    }

    @Test
    void depthShowsAdvantagesAndDisadvantagesSideBySide() {
        var depth = (Field.Choice) Iq.question("depth").find("depth").orElseThrow();
        assertThat(depth.isWeighed()).isTrue();
        assertThat(depth.options()).allSatisfy(option -> {
            assertThat(option.advantages()).isNotEmpty();
            assertThat(option.disadvantages()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mandate, mandate.kind=informal, informal",
        "mandate, mandate.kind=job_description, informal",
        "mandate, mandate.kind=order, no_resolution",
        "resources, resources.settled=partly, not_settled",
        "resources, resources.contract_end=31.12.2026;project.end=06/2027, contract_too_short",
        "project, resources.contract_end=31.12.2026;project.end=06/2027, contract_too_short",
        "project, project.begin=01/2027;project.end=01/2028, too_short",
        "project, project.begin=06/2027;project.end=01/2027, ends_before_beginning",
        "project, project.as_project=no, no_project",
        "responsibility, responsibility.formal=no, not_formal",
        "responsibility, responsibility.support=promised, no_support",
        "addressees, addressees.scope=municipalities;addressees.municipalities=Stadt Singen, complex",
        "depth, depth.depth=framework;mandate.kind=informal, framework_without_resolution",
        "approach, approach.fit=open, not_fitting",
        "supporters, supporters.migrants=no, no_migrants",
        "participation, participation.wanted=no, not_wanted",
        "fields, fields.set_by=participation, set_by_all",
        "controlling, controlling.rhythm=none, no_rhythm",
        "structures, structures.position=no, no_position"
    })
    void warnsWhileAnAnswerIsStillInClarification(String question, String entries, String advice) {
        assertThat(Iq.inClarification(entries.split(";")).advice(Iq.question(question)))
                .extracting(Advice::key)
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "mandate, mandate.kind=order, no_date",
        "resources, resources.contract=limited, contract_end_unknown",
        "responsibility, responsibility.formal=yes, no_offices",
        "addressees, addressees.scope=municipalities, none_named",
        "supporters, supporters.migrants=yes, nobody_outside",
        "participation, participation.wanted=yes, nobody_agreed",
        "project, project.as_project=yes, no_chair",
        "external, external.wanted=yes, no_budget",
        "external, external.wanted=yes;external.procurement=open, no_procurement"
    })
    void namesWhatADecidedAnswerLeavesOut(String question, String entries, String advice) {
        assertThat(Iq.decided(entries.split(";")).advice(Iq.question(question)))
                .extracting(Advice::key)
                .contains(advice);
    }

    @Test
    void everyAdviceOfTheChecklistIsMetInTheseTests() {
        long met = Stream.of("warnsWhileAnAnswerIsStillInClarification", "namesWhatADecidedAnswerLeavesOut")
                .map(name -> {
                    try {
                        return ChecklistTest.class.getDeclaredMethod(name, String.class, String.class, String.class);
                    } catch (NoSuchMethodException e) {
                        throw new AssertionError(e);
                    }
                })
                .flatMap(method ->
                        Stream.of(method.getAnnotation(CsvSource.class).value()))
                .map(row -> row.replaceFirst(",.*,", "."))
                .distinct()
                .count();
        assertThat(Iq.LIST.questions().stream()
                        .mapToLong(question -> question.advice().size())
                        .sum())
                .isEqualTo(met);
    }

    @Test
    void eighteenMonthsAreNotTooShort() {
        assertThat(Iq.decided("project.begin=01/2027", "project.end=06/2028").advice(Iq.question("project")))
                .extracting(Advice::key)
                .doesNotContain("too_short", "ends_before_beginning");
    }

    @Test
    void whatDoesNotApplyBringsNoAdvice() {
        var informal = Iq.decided("mandate.kind=informal").byQuestion().get("mandate");
        var dropped = new Answer(
                "mandate",
                QuestionState.NOT_APPLICABLE,
                "Anders geregelt",
                null,
                null,
                "",
                informal.values(),
                Map.of());
        assertThat(new Answers(Iq.LIST, Map.of("mandate", dropped)).advice(Iq.question("mandate")))
                .isEmpty();
    }

    @Test
    void whatDoesNotApplyNeedsAReason() {
        assertThatThrownBy(() ->
                        new Answer("mandate", QuestionState.NOT_APPLICABLE, " ", null, null, "", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("why: must not be blank");
    }

    @Test
    void lookingAtAQuestionMakesItOpenedAndUndecided() {
        Answer opened = Answer.unopened("mandate").opened();
        assertThat(opened.state()).isEqualTo(QuestionState.UNDECIDED);
        assertThat(opened.opened()).isEqualTo(opened);
        Answer decided = Iq.decided("mandate.kind=order").of(Iq.question("mandate"));
        assertThat(decided.opened()).isEqualTo(decided);
    }

    @Test
    void fieldsSayWhatIsWrongWithAValue() {
        assertThat(fault("mandate.kind", "wish")).contains(Field.Fault.UNKNOWN_OPTION);
        assertThat(fault("mandate.kind", "order", "informal")).contains(Field.Fault.TOO_MANY);
        assertThat(fault("resources.items", "rooms", "events")).isEmpty();
        assertThat(fault("project.begin", "bald")).contains(Field.Fault.NO_DATE);
        assertThat(fault("project.begin", "03/2026")).isEmpty();
        assertThat(fault("resources.hours", "viele")).contains(Field.Fault.NO_NUMBER);
        assertThat(fault("resources.hours", "19,5")).isEmpty();
        assertThat(fault("project.chair", "Frau A", "Herr B")).contains(Field.Fault.TOO_MANY);
        assertThat(fault("project.working_groups", "Sprache", "Arbeit")).isEmpty();
        assertThat(fault("mandate.wording", "x".repeat(20_001))).contains(Field.Fault.TOO_LONG);
        assertThat(Iq.LIST.questions().stream().flatMap(question -> question.fields().stream()))
                .allMatch(field -> field.fault(List.of()).isEmpty());
    }

    private static Optional<Field.Fault> fault(String reference, String... values) {
        return Iq.LIST.field(reference).orElseThrow().fault(List.of(values));
    }
}
