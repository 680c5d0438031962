package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.resolution.PartKind;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import de.kreiskonzept.platform.concept.Concepts;
import de.kreiskonzept.platform.concept.book.Chaptering;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.workflow.Processes;
import de.kreiskonzept.platform.workflow.Timeline;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The words of a paper about a version of the concept, in the structure that the county of Konstanz gave its paper in 2017: proposal,
 * preliminary deliberation, contents, fields and themes, further steps, financial effects.
 */
@Singleton
@InWorkspace(readOnly = true)
public class ConceptTexts {
    private final Concepts concepts;
    private final Chaptering chaptering;
    private final Processes processes;
    private final CurrentWorkspace current;
    private final Texts texts;
    private final Clock clock;

    ConceptTexts(
            Concepts concepts,
            Chaptering chaptering,
            Processes processes,
            CurrentWorkspace current,
            Texts texts,
            Clock clock) {
        this.concepts = concepts;
        this.chaptering = chaptering;
        this.processes = processes;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What a paper about a version says.
     *
     * @throws Refusal 404 where there is no such version
     */
    public Proposed propose(UUID version) {
        ConceptTree tree = concepts.findTree(version).orElseThrow(Refusal::notFound);
        var steps = new StepTexts(
                processes.findBegun(LocalDate.now(clock)).map(Timeline::lines).orElse(List.of()), texts);
        var chapters = new ChapterTexts(tree, texts);
        String label = tree.version().label();
        String title = tree.concept().title();
        return new Proposed(
                texts.text("resolution.text.title", current.get().name(), label),
                List.of(
                        section(PartKind.PRELIMINARY, "preliminary", ""),
                        section(
                                PartKind.FACT,
                                "contents",
                                texts.text("resolution.text.contents", title, label)
                                        + "\n\n"
                                        + chapters.table(chaptering.get(version))
                                        + "\n\n"
                                        + steps.participation()),
                        section(PartKind.FACT, "fields", fields(tree)),
                        section(PartKind.FACT, "steps", steps.ahead()),
                        section(
                                PartKind.FINANCE,
                                "finance",
                                new CostTexts(texts)
                                        .sums(
                                                tree.measures().keySet().stream()
                                                        .toList(),
                                                concepts.listDetails(version)))),
                List.of(
                        texts.text("resolution.text.point.concept", title, label),
                        texts.text("resolution.text.point.measures")));
    }

    private Proposed.Section section(PartKind kind, String heading, String text) {
        return new Proposed.Section(kind, texts.text("resolution.heading." + heading), text.strip());
    }

    private String fields(ConceptTree tree) {
        var lines = new ArrayList<String>();
        for (SectionKind kind : SectionKind.homes()) {
            List<SectionNode> here = tree.sections().stream()
                    .filter(node -> node.section().kind().home() == kind)
                    .toList();
            if (!here.isEmpty()) {
                lines.add("**" + tree.profile().section(kind, 0).plural() + "**\n");
                for (int i = 0; i < here.size(); i++) {
                    lines.add(i + 1 + ". "
                            + texts.text(
                                    "resolution.text.field",
                                    here.get(i).section().name(),
                                    tree.profile().goals().count(here.get(i).goalCount()),
                                    tree.profile().measure().count(here.get(i).measureCount())));
                }
                lines.add("");
            }
        }
        lines.add(texts.text(
                "resolution.text.sum",
                tree.profile().goals().count(tree.goalCount()),
                tree.profile().measure().count(tree.measureCount())));
        return String.join("\n", lines);
    }
}
