package de.kreiskonzept.model.workflow;

import static de.kreiskonzept.model.workflow.StepSample.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A template of a county's own: as a text, as a process, and back. */
class ProcessTemplateYamlTest {
    private static final String OWN = """
            usual: 18
            steps:
              - title: Auftrag
                from: 1
                until: 2
                parts:
                  - {title: Vorlage schreiben, from: 1, until: 1}
                  - {title: Im Ausschuss beraten, from: 2, until: 2, resolution: true, after: ["1.1"]}
              - title: Beteiligung
                from: 3
                participation: true
                responsible: Referat Integration
                after: ["1", "1.2"]
            """;

    @Example
    void readsPartsWhatAStepWaitsForAndWhoIsResponsible() {
        ProcessTemplate own = ProcessTemplateYaml.read("own", "Unser Weg", OWN);

        assertThat(own.allSteps()).extracting(TemplateStep::number).containsExactly("1", "1.1", "1.2", "2");
        assertThat(own.allSteps())
                .extracting(TemplateStep::after)
                .containsExactly(List.of(), List.of(), List.of("1.1"), List.of("1", "1.2"));
        assertThat(own.allSteps().get(2).resolutionNeeded()).isTrue();
        assertThat(own.steps().getLast().participation()).isTrue();
        assertThat(own.steps().getLast().responsible()).isEqualTo("Referat Integration");
        assertThat(own.months()).isEqualTo(3);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("templates") ProcessTemplate template) {
        String text = ProcessTemplateYaml.text(template);

        assertThat(ProcessTemplateYaml.read(template.key(), template.title(), text))
                .isEqualTo(template);
    }

    @Provide
    Arbitrary<ProcessTemplate> templates() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("aä: #-'\"[]{}|>&*!%@,\n1yesno")
                .ofMaxLength(20)
                .map(String::strip);
        Arbitrary<String> titles = words.map(text -> "T" + text);
        Arbitrary<Integer> month = Arbitraries.integers().between(1, 40);
        return Combinators.combine(titles, words, words, month, month).as((title, explanation, who, from, more) -> {
            var part = new TemplateStep("1.1", title, "", null, from, false, "", true, List.of(), List.of());
            var first =
                    new TemplateStep("1", title, explanation, from, null, true, who, false, List.of(), List.of(part));
            var second = new TemplateStep(
                    "2", title, "", from, from + more, false, who, false, List.of("1", "1.1"), List.of());
            return new ProcessTemplate("own", "Weg", explanation, null, more, List.of(first, second));
        });
    }

    @Example
    void aProcessThatBeginsWithATemplateGivesTheSameTemplateBack() {
        ProcessTemplate own = ProcessTemplateYaml.read("own", "Ablauf", OWN);
        ConceptProcess process = ConceptProcessTest.process(own.usualMonths());
        var number = new AtomicInteger();

        List<Step> begun = own.begin(process, () -> new UUID(5, number.incrementAndGet()));

        assertThat(begun)
                .extracting(Step::title)
                .containsExactly("Auftrag", "Vorlage schreiben", "Im Ausschuss beraten", "Beteiligung");
        assertThat(begun.get(2).parentId()).isEqualTo(begun.getFirst().id());
        assertThat(begun.getLast().precondition().after())
                .containsExactly(begun.getFirst().id(), begun.get(2).id());
        assertThat(Objects.requireNonNull(begun.getLast().from()).text()).isEqualTo("03/2028");
        assertThat(TemplateOfProcess.of(process, begun)).contains(own);
    }

    @Example
    void aTemplateOfAProcessLeavesOutWhatWasDroppedAndCountsFromItsFirstMonth() {
        var template = TemplateOfProcess.of(
                        ConceptProcessTest.process(null),
                        ConceptProcessTest.steps(
                                planned(1, "01/2028", "02/2028").in(StepState.DROPPED),
                                planned(2, "01/2028", "01/2028").partOf(1),
                                planned(3, "15.11.2027", "20.01.2028").in(StepState.DONE),
                                planned(4, "2028", "").waitingFor(1, 3)))
                .orElseThrow();

        assertThat(template.steps()).extracting(TemplateStep::title).containsExactly("Schritt 3", "Schritt 4");
        assertThat(template.steps()).extracting(TemplateStep::from).containsExactly(1, 3);
        assertThat(template.steps()).extracting(TemplateStep::until).containsExactly(3, null);
        assertThat(template.steps().getLast().after()).containsExactly("1");
        assertThat(TemplateOfProcess.of(
                        ConceptProcessTest.process(null),
                        ConceptProcessTest.steps(planned(1, "", "").in(StepState.DROPPED))))
                .isEmpty();
    }

    @Example
    void whatCannotBeReadIsNamedWithItsLine() {
        refuses("steps: []", "line 1, (root): is missing (steps)");
        refuses("steps:\n  - {from: 1}", "line 2, steps[0]: is missing (title)");
        refuses("steps:\n  - {title: A, farbe: rot}", "line 2, steps[0].farbe: unknown field (farbe)");
        refuses("steps:\n  - {title: A, from: bald}", "line 2, steps[0].from: must be a whole number (bald)");
        refuses(
                "steps:\n  - {title: A, resolution: vielleicht}",
                "line 2, steps[0].resolution: unknown value (vielleicht)");
        refuses(
                "steps:\n  - title: A\n    parts:\n      - {title: B, parts: [{title: C}]}",
                "line 4, steps[0].parts[0].parts: unknown field (parts)");
        refuses("steps:\n  - {title: A, after: [\"3\"]}", "line 2, steps[0].after[0]: refers to nothing (3)");
        refuses(
                "steps:\n  - {title: A, after: [\"2\"]}\n  - {title: B, after: [\"1\"]}",
                "line 2, steps[0].after[0]: leads back to itself (2)");
        refuses(
                "steps:\n  - {title: " + "A".repeat(301) + "}",
                "line 2, steps[0].title: goes beyond the limit (title)");
        refuses("steps:\n" + "  - {title: A}\n".repeat(201), "line 1, (root): goes beyond the limit (steps)");
    }

    private static void refuses(String yaml, String message) {
        assertThatThrownBy(() -> ProcessTemplateYaml.read("own", "Ablauf", yaml))
                .hasMessage(message);
    }
}
