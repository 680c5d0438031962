package de.kreiskonzept.model.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kreiskonzept.model.yaml.Unreadable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

class ChecklistYamlTest {
    private static final String OWN = """
            key: own
            version: 3
            title: In zwei Schritten
            phases:
              - key: first
                title: Anfang
                questions:
                  - key: begin
                    title: Wann beginnen wir?
                    why: Damit alle es wissen.
                    fields:
                      - {key: day, kind: date, label: Beginn}
                      - key: way
                        kind: single
                        label: Weg
                        options:
                          - {key: short, label: kurz}
                          - {key: long, label: lang}
                    advice:
                      - key: hurry
                        when: {field: begin.way, is: short}
                        text: Das ist eilig.
                    proposes:
                      - process: {template: iq, begin: begin.day}
            """;

    @Example
    void aSecondChecklistIsOnlyAText() {
        Checklist own = ChecklistYaml.read(OWN);
        assertThat(own.version()).isEqualTo(3);
        var answer = new Answer(
                "begin",
                QuestionState.DECIDED,
                "",
                null,
                null,
                "",
                Map.of("day", List.of("01/2027"), "way", List.of("short")),
                Map.of());
        var answers = new Answers(own, Map.of("begin", answer));
        assertThat(answers.advice(own.questions().getFirst()))
                .extracting(Advice::text)
                .containsExactly("Das ist eilig.");
        assertThat(Plan.of(answers).entries()).hasSize(1);
    }

    @Example
    void theTextOfAShippedChecklistIsThatChecklist() {
        assertThat(Checklists.shipped())
                .isNotEmpty()
                .allSatisfy(checklist -> assertThat(
                                ChecklistYaml.read(Checklists.text(checklist).orElseThrow()))
                        .isEqualTo(checklist));
    }

    @Example
    void refusesABrokenTextWithLinePathAndReason() {
        refused("version: 3", "version: drei", "line 2, version: must be a whole number (drei)");
        refused("    why: Dam", "    warum: Dam", "line 10, phases[0].questions[0].warum: unknown field (warum)");
        refused("kind: date", "kind: day", "line 12, phases[0].questions[0].fields[0].kind: unknown value (day)");
        refused("key: way", "key: day", "line 13, phases[0].questions[0].fields[1].key: stands twice (day)");
        refused(
                "{key: long, label: lang}",
                "{key: long}",
                "line 18, phases[0].questions[0].fields[1].options[1]: is missing (label)");
        refused(
                "begin.way, is",
                "begin.path, is",
                "line 21, phases[0].questions[0].advice[0].when: refers to nothing (begin.path)");
        refused("is: short", "is: brief", "line 21, phases[0].questions[0].advice[0].when: unknown value (brief)");
        refused(
                "begin: begin.day",
                "begin: begin.way",
                "line 24, phases[0].questions[0].proposes[0]: refers to something of another kind (begin.way)");
        refused(
                "template: iq",
                "template: none",
                "line 24, phases[0].questions[0].proposes[0].process.template: refers to nothing (none)");
        refused("title: Anfang", "title: Anfang\n    title: Ende", "line 7, phases[0]: stands twice (title)");
        refused("key: begin", "key: Begin neu", "line 8, phases[0].questions[0].key: unknown value (Begin neu)");
        refused("fields:", "fields: 7", "line");
        refused("phases:", "phases: [", "line");
    }

    @Example
    void refusesTextsThatRepeatThemselvesOrHoldNothing() {
        assertThatThrownBy(() -> ChecklistYaml.read(" ")).hasMessage("line 1, (root): is missing");
        assertThatThrownBy(() -> ChecklistYaml.read("key: own")).hasMessage("line 1, (root): is missing (phases)");
        String endless = OWN.replace("{field: begin.way, is: short}", "&a {all: [*a]}");
        assertThatThrownBy(() -> ChecklistYaml.read(endless)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> ChecklistYaml.read("#".repeat(300_000))).isInstanceOf(Unreadable.class);
    }

    private static void refused(String part, String broken, String message) {
        assertThat(OWN).containsOnlyOnce(part);
        assertThatThrownBy(() -> ChecklistYaml.read(OWN.replace(part, broken)))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith(message);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(@ForAll("checklists") Checklist checklist) {
        var once = new DumperOptions();
        once.setDereferenceAliases(true);
        assertThat(ChecklistYaml.read(new Yaml(once).dump(written(checklist)))).isEqualTo(checklist);
    }

    @Provide
    Arbitrary<Checklist> checklists() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("aäß:#-'\"{}[],&*!|>%@` \n7")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        Arbitrary<Field> fields = Combinators.combine(
                        texts,
                        texts,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4))
                .as(ChecklistYamlTest::field);
        Arbitrary<Question> questions = Combinators.combine(
                        texts, texts, fields, texts.list().ofMaxSize(3), Arbitraries.of(EvidenceKind.class))
                .as((title, why, field, sentences, evidence) -> new Question(
                        "ask",
                        title,
                        why,
                        List.of(field),
                        sentences,
                        sentences,
                        Set.of(evidence),
                        List.of(),
                        List.of()));
        return Combinators.combine(texts, questions)
                .as((title, question) -> new Checklist(
                        "own", 1, title, "", List.of(new Checklist.Phase("all", title, "", List.of(question)))));
    }

    private static Field field(String label, String hint, boolean flag, int kind) {
        return switch (kind) {
            case 0 -> new Field.Words("f", label, hint, flag);
            case 1 -> new Field.Day("f", label, hint, flag);
            case 2 -> new Field.Amount("f", label, hint, flag, hint);
            case 3 -> new Field.Persons("f", label, hint, true, flag);
            default ->
                new Field.Choice(
                        "f",
                        label,
                        hint,
                        false,
                        flag,
                        List.of(
                                new Field.Option("a", label, hint, List.of(hint), List.of()),
                                new Field.Option("b", hint, label, List.of(), List.of(label))));
        };
    }

    private static Map<String, Object> written(Checklist checklist) {
        Checklist.Phase phase = checklist.phases().getFirst();
        Question question = phase.questions().getFirst();
        var asked = new LinkedHashMap<String, Object>();
        asked.put("key", question.key());
        asked.put("title", question.title());
        asked.put("why", question.why());
        asked.put("fields", List.of(written(question.fields().getFirst())));
        asked.put("follows", question.follows());
        asked.put("hints", question.hints());
        asked.put(
                "evidence", question.evidence().stream().map(EvidenceKind::text).toList());
        return Map.of(
                "key", checklist.key(),
                "version", checklist.version(),
                "title", checklist.title(),
                "phases", List.of(Map.of("key", phase.key(), "title", phase.title(), "questions", List.of(asked))));
    }

    private static Map<String, Object> written(Field field) {
        var map = new LinkedHashMap<String, Object>();
        map.put("key", field.key());
        map.put("label", field.label());
        map.put("hint", field.hint());
        map.put("needed", field.needed());
        switch (field) {
            case Field.Words words -> map.put("kind", "text");
            case Field.Day day -> map.put("kind", "date");
            case Field.Amount amount -> {
                map.put("kind", "number");
                map.put("unit", amount.unit());
            }
            case Field.Persons persons -> {
                map.put("kind", "person");
                map.put("several", persons.several());
            }
            case Field.Organisations organisations -> map.put("kind", "organisation");
            case Field.Choice choice -> {
                map.put("kind", choice.several() ? "several" : "single");
                map.put(
                        "options",
                        choice.options().stream()
                                .map(ChecklistYamlTest::written)
                                .toList());
            }
        }
        return map;
    }

    private static Map<String, Object> written(Field.Option option) {
        return Map.of(
                "key", option.key(),
                "label", option.label(),
                "hint", option.hint(),
                "advantages", option.advantages(),
                "disadvantages", option.disadvantages());
    }
}
