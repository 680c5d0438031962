package de.kreiskonzept.platform.resolution.register;

import static de.kreiskonzept.schema.workspace.Tables.COMMITTEE;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.model.voting.Consultation.Publicity;
import de.kreiskonzept.model.voting.MajorityRule;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.measure.MeasureFilter;
import de.kreiskonzept.platform.concept.measure.MeasureStore;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What people choose from in the register. */
@Singleton
@InWorkspace(readOnly = true)
public class RegisterChoices {
    private final DSLContext dsl;
    private final Concepts concepts;
    private final MeasureStore measures;
    private final Texts texts;

    RegisterChoices(DSLContext dsl, Concepts concepts, MeasureStore measures, Texts texts) {
        this.dsl = dsl;
        this.concepts = concepts;
        this.measures = measures;
        this.texts = texts;
    }

    /** All committees, dissolved ones too, because they have decided. */
    public List<Choice> committees() {
        return dsl.select(COMMITTEE.ID, COMMITTEE.NAME)
                .from(COMMITTEE)
                .orderBy(COMMITTEE.RANK, COMMITTEE.NAME, COMMITTEE.ID)
                .fetch(row -> Choice.of(row.value1().toString(), row.value2()));
    }

    /** Measures of the version that holds, without those that the decision carries already. */
    public List<Choice> measures(RegisterLine line) {
        List<UUID> there =
                line.measures().stream().map(RegisterLine.Carried::id).toList();
        return concepts.findValidVersion().stream()
                .flatMap(version -> measures.list(version.id(), MeasureFilter.ALL).stream())
                .map(found -> found.measure())
                .filter(measure -> !there.contains(measure.id()))
                .map(measure -> Choice.of(measure.id().toString(), (measure.number() + " " + measure.text()).strip()))
                .toList();
    }

    /**
     * The measure that was chosen.
     *
     * @throws Refusal 404 where none was
     */
    static UUID measure(String text) {
        return Optional.ofNullable(Inputs.id(text)).orElseThrow(Refusal::notFound);
    }

    List<Choice> states() {
        return Arrays.stream(DecisionState.values())
                .map(state -> Choice.of(state.text(), texts.text(state.wordKey())))
                .toList();
    }

    List<Choice> statesWithOverdue() {
        return Stream.concat(
                        Stream.of(Choice.of(DecisionFilter.OVERDUE, texts.text("register.overdue"))), states().stream())
                .toList();
    }

    List<Choice> publicities() {
        return Arrays.stream(Publicity.values())
                .map(one -> Choice.of(one.text(), texts.text("voting.publicity." + one.text())))
                .toList();
    }

    List<Choice> results() {
        return DecisionForm.RESULTS.stream()
                .map(result -> Choice.of(result.text(), texts.text(result.wordKey())))
                .toList();
    }

    List<Choice> majorities() {
        return MajorityRule.list().stream()
                .map(rule -> Choice.of(rule.text(), texts.text("voting.majority." + rule.text())))
                .toList();
    }

    String day(LocalDate day) {
        return GermanTime.DAY.format(day);
    }
}
