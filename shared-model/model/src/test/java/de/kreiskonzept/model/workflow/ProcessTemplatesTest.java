package de.kreiskonzept.model.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.kreiskonzept.model.onboarding.Advice;
import de.kreiskonzept.model.onboarding.Checklists;
import de.kreiskonzept.model.onboarding.Condition;
import de.kreiskonzept.model.yaml.Unreadable;
import de.kreiskonzept.model.yaml.YamlFault;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.InstanceOfAssertFactories;

class ProcessTemplatesTest {
    private static final YearMonth MARCH_2016 = YearMonth.of(2016, 3);

    @Example
    void konstanzHasTenStepsWithTheirRealDates() {
        var konstanz = ProcessTemplates.find("konstanz").orElseThrow();
        assertThat(konstanz.began()).isEqualTo(MARCH_2016);
        assertThat(konstanz.planned(MARCH_2016))
                .extracting(step -> step.when().text())
                .containsExactly(
                        "03/2016",
                        "03/2016",
                        "07/2016",
                        "05/2016 bis 07/2017",
                        "02/2017",
                        "ab 04/2017",
                        "06/2017",
                        "07/2017 bis 10/2017",
                        "11/2017",
                        "12/2017");
    }

    @Example
    void stepFourBeginsBeforeStepThreeAndStepSixStaysOpen() {
        var planned = ProcessTemplates.find("konstanz").orElseThrow().planned(MARCH_2016);
        assertThat(planned.stream()
                        .filter(PlannedStep::ahead)
                        .map(step -> step.step().number()))
                .containsExactly("4");
        assertThat(planned.stream().map(PlannedStep::step).filter(TemplateStep::isOpen))
                .extracting(TemplateStep::number)
                .containsExactly("6");
    }

    @Example
    void aNewConceptUsuallyTakesTheMonthsThatTheChecklistWarnsOf() {
        assertThat(ProcessTemplates.find("iq").orElseThrow().months()).isEqualTo(18);
        assertThat(ProcessTemplates.find("konstanz").orElseThrow().months()).isEqualTo(22);
        assertThat(Checklists.shipped().getFirst().questions().stream()
                        .flatMap(question -> question.advice().stream())
                        .map(Advice::when)
                        .filter(Condition.ShorterThan.class::isInstance)
                        .map(when -> ((Condition.ShorterThan) when).months()))
                .containsExactly(18);
        assertThat(ProcessTemplates.shipped())
                .extracting(ProcessTemplate::key, ProcessTemplate::usualMonths)
                .containsExactly(
                        tuple("konstanz", 18),
                        tuple("iq", 18),
                        tuple("waldshut", 18),
                        tuple("revision", null),
                        tuple("monitoring", null));
    }

    @Property
    void anotherBeginningMovesAllStepsAlike(@ForAll @IntRange(min = -120, max = 120) int months) {
        for (ProcessTemplate template : ProcessTemplates.shipped()) {
            List<PlannedStep> here = template.planned(MARCH_2016);
            List<PlannedStep> there = template.planned(MARCH_2016.plusMonths(months));
            for (int i = 0; i < here.size(); i++) {
                var begin = here.get(i).when().begins();
                assertThat(there.get(i).when().begins()).isEqualTo(begin.plusMonths(months));
                assertThat(there.get(i).ahead()).isEqualTo(here.get(i).ahead());
            }
        }
    }

    @Example
    void aStepThatEndsBeforeItBeginsIsRefusedWithItsLine() {
        String yaml = """
                templates:
                  - key: own
                    title: Eigener Ablauf
                    steps:
                      - {title: Beginn, from: 1, until: 2}
                      - {title: Ende, from: 5, until: 3}
                """;
        assertThatThrownBy(() -> ProcessTemplates.read(yaml))
                .hasMessage("line 6, templates[0].steps[1].until: unknown value (3)")
                .asInstanceOf(InstanceOfAssertFactories.type(Unreadable.class))
                .extracting(Unreadable::fault)
                .isEqualTo(YamlFault.UNKNOWN_VALUE);
    }

    @Example
    void aMonthOfTheCalendarNeedsToKnowWhenTheProcessBegan() {
        assertThatThrownBy(() -> ProcessTemplates.read("""
                        templates:
                          - {key: own, title: Ablauf, steps: [{title: Beginn, from: 03/2026}]}
                        """))
                .hasMessage("line 2, templates[0].steps[0].from: must be a whole number (03/2026)");
    }
}
