package de.kreiskonzept.model.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProgressTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Question> QUESTIONS = Iq.LIST.questions();

    @Example
    void anEmptyWorkspaceBeginsWithTheMandate() {
        Progress progress = Progress.of(QUESTIONS, new Answers(Iq.LIST, Map.of()), TODAY);
        assertThat(progress.percent()).isZero();
        assertThat(progress.next()).contains(Iq.question("mandate"));
    }

    @Example
    void whatIsOverdueComesFirstAndWhatIsPutOffLast() {
        var answers = new HashMap<String, Answer>();
        answers.put("mandate", Iq.state("mandate", QuestionState.DECIDED, null));
        answers.put("resources", Iq.state("resources", QuestionState.NOT_YET, null));
        assertThat(next(answers)).contains(Iq.question("responsibility"));
        answers.put("depth", Iq.state("depth", QuestionState.IN_CLARIFICATION, TODAY.minusDays(1)));
        answers.put("project", Iq.state("project", QuestionState.UNDECIDED, TODAY.minusDays(9)));
        assertThat(next(answers)).contains(Iq.question("project"));
        answers.put("project", Iq.state("project", QuestionState.NOT_APPLICABLE, TODAY.minusDays(9)));
        assertThat(next(answers)).contains(Iq.question("depth"));
        QUESTIONS.stream()
                .filter(question -> !question.key().equals("resources"))
                .forEach(
                        question -> answers.put(question.key(), Iq.state(question.key(), QuestionState.DECIDED, null)));
        assertThat(next(answers)).contains(Iq.question("resources"));
    }

    private static Optional<Question> next(Map<String, Answer> answers) {
        return Progress.of(QUESTIONS, new Answers(Iq.LIST, answers), TODAY).next();
    }

    @Property
    void itIsFinishedExactlyWhenNothingIsLeft(@ForAll("anyAnswers") Answers answers) {
        Progress progress = Progress.of(QUESTIONS, answers, TODAY);
        long done = QUESTIONS.stream()
                .filter(question -> answers.of(question).state().isDone())
                .count();
        assertThat(progress.done()).isEqualTo((int) done);
        assertThat(progress.percent()).isBetween(0, 100);
        assertThat(progress.percent() == 100).isEqualTo(progress.isFinished());
        assertThat(progress.next().isEmpty()).isEqualTo(progress.isFinished());
        progress.next()
                .ifPresent(next -> assertThat(answers.of(next).state().isDone()).isFalse());
    }

    @Property
    void decidingTheNextStepBringsEverybodyToTheEnd(@ForAll("anyAnswers") Answers answers) {
        var current = new HashMap<>(answers.byQuestion());
        Progress progress = Progress.of(QUESTIONS, answers, TODAY);
        int steps = 0;
        while (!progress.isFinished()) {
            String next = progress.next().orElseThrow().key();
            current.put(next, Iq.state(next, QuestionState.DECIDED, null));
            Progress after = Progress.of(QUESTIONS, new Answers(Iq.LIST, current), TODAY);
            assertThat(after.done()).isEqualTo(progress.done() + 1);
            progress = after;
            steps++;
        }
        assertThat(steps).isLessThanOrEqualTo(QUESTIONS.size());
    }

    @Property
    void noWarningStandsInTheWay(@ForAll("anyAnswers") Answers answers) {
        var decided = new HashMap<String, Answer>();
        for (Question question : QUESTIONS) {
            Answer answer = answers.of(question);
            decided.put(
                    question.key(),
                    new Answer(question.key(), QuestionState.DECIDED, "", null, null, "", answer.values(), Map.of()));
        }
        var all = new Answers(Iq.LIST, decided);
        assertThat(Progress.of(QUESTIONS, all, TODAY).isFinished()).isTrue();
        assertThat(Plan.of(all).changesFrom(Plan.of(all))).isEmpty();
        QUESTIONS.forEach(question -> assertThat(all.advice(question)).isSubsetOf(question.advice()));
    }

    @Provide
    Arbitrary<Answers> anyAnswers() {
        List<Arbitrary<Answer>> each =
                QUESTIONS.stream().map(ProgressTest::answer).toList();
        return Combinators.combine(each).as(list -> {
            var answers = new HashMap<String, Answer>();
            list.forEach(answer -> answers.put(answer.question(), answer));
            return new Answers(Iq.LIST, answers);
        });
    }

    private static Arbitrary<Answer> answer(Question question) {
        Arbitrary<QuestionState> states =
                Arbitraries.of(QuestionState.class).filter(state -> state != QuestionState.UNOPENED);
        Arbitrary<LocalDate> dues =
                Arbitraries.integers().between(-30, 30).map(TODAY::plusDays).injectNull(0.5);
        List<Arbitrary<List<String>>> fields =
                question.fields().stream().map(ProgressTest::values).toList();
        return Combinators.combine(states, dues, Combinators.combine(fields).as(list -> list))
                .as((state, due, values) -> {
                    var entered = new HashMap<String, List<String>>();
                    for (int i = 0; i < values.size(); i++) {
                        entered.put(question.fields().get(i).key(), values.get(i));
                    }
                    String why = state == QuestionState.NOT_APPLICABLE ? "Darum" : "";
                    return new Answer(question.key(), state, why, null, due, "", entered, Map.of());
                });
    }

    private static Arbitrary<List<String>> values(Field field) {
        Arbitrary<String> one = switch (field) {
            case Field.Choice choice ->
                Arbitraries.of(choice.options().stream().map(Field.Option::key).toList());
            case Field.Day day -> Arbitraries.of("01/2026", "31.12.2026", "2027", "06/2028");
            case Field.Amount amount -> Arbitraries.of("0", "19,5", "10.000");
            case Field.Words words -> Arbitraries.of("Text", "Noch ein Text");
            case Field.Persons persons -> Arbitraries.of("Frau A", "Herr B");
            case Field.Organisations organisations -> Arbitraries.of("Caritas", "AWO");
        };
        return one.list().ofMaxSize(1);
    }
}
