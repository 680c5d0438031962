package de.kreiskonzept.platform.document.charter;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.onboarding.Action;
import de.kreiskonzept.model.onboarding.Advice;
import de.kreiskonzept.model.onboarding.Answer;
import de.kreiskonzept.model.onboarding.Checklist;
import de.kreiskonzept.model.onboarding.Plan;
import de.kreiskonzept.model.onboarding.Question;
import de.kreiskonzept.model.onboarding.QuestionState;
import de.kreiskonzept.model.workflow.PlannedStep;
import de.kreiskonzept.model.workflow.ProcessTemplates;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.part.ProcessBlocks;
import de.kreiskonzept.platform.onboarding.AnswerWords;
import de.kreiskonzept.platform.onboarding.Answering;
import de.kreiskonzept.platform.workflow.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the papers of the guided start say, from top to bottom.
 *
 * @param whole all answers
 * @param begun the process as it was begun; null where none was
 */
record CharterBlocks(Answering.Whole whole, @Nullable Timeline begun, Texts texts) {
    /** The project charter: what was settled before the start, what is open, what is risky, and the process. */
    List<Block> charter() {
        var blocks = new ArrayList<Block>();
        Checklist.Phase before = whole.checklist().phases().getFirst();
        int number = 1;
        for (Question question : before.questions()) {
            blocks.add(new Heading(1, number++ + ".", question.title()));
            blocks.addAll(answer(question));
        }
        List<Advice> advice = before.questions().stream()
                .flatMap(question -> whole.answers().advice(question).stream())
                .distinct()
                .toList();
        if (!advice.isEmpty()) {
            blocks.add(new Heading(1, number++ + ".", texts.text("charter.risks")));
            blocks.add(bullets(advice.stream().map(Advice::text).distinct().toList()));
        }
        blocks.add(new Heading(1, number++ + ".", texts.text("charter.process")));
        blocks.addAll(process());
        blocks.add(new Heading(1, number + ".", texts.text("charter.signatures")));
        blocks.add(Paragraph.of(texts.text("charter.signatureLines")));
        return blocks;
    }

    /** The process design: committees with their seats and the steps with their months. */
    List<Block> design() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "1.", texts.text("charter.committees")));
        List<Action.FoundCommittee> committees = Plan.of(whole.answers()).entries().stream()
                .map(Plan.Entry::action)
                .filter(Action.FoundCommittee.class::isInstance)
                .map(Action.FoundCommittee.class::cast)
                .toList();
        if (committees.isEmpty()) {
            blocks.add(Paragraph.of(texts.text("charter.noCommittees")));
        }
        for (Action.FoundCommittee committee : committees) {
            blocks.add(new Heading(2, "", committee.name()));
            if (!committee.tasks().isEmpty()) {
                blocks.add(bullets(committee.tasks()));
            }
            if (!committee.seats().isEmpty()) {
                blocks.add(seats(committee));
            }
        }
        blocks.add(new Heading(1, "2.", texts.text("charter.process")));
        blocks.addAll(process());
        return blocks;
    }

    /** The draft of the letter by which the head of administration gives the signal. */
    List<Block> letter() {
        String lead = first("responsibility.lead");
        String chair = first("project.chair");
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.of(texts.text("charter.letter.salutation")));
        blocks.add(Paragraph.of(texts.text("charter.letter.mandate")));
        String wording = first("mandate.wording");
        if (!wording.isEmpty()) {
            blocks.add(Paragraph.of(Tone.LEAD, wording));
        }
        blocks.add(Paragraph.of(
                texts.text("charter.letter.lead", lead.isEmpty() ? texts.text("charter.letter.gap") : lead)));
        if (!chair.isEmpty()) {
            blocks.add(Paragraph.of(texts.text("charter.letter.chair", chair)));
        }
        String begin = first("project.begin");
        String end = first("project.end");
        if (!begin.isEmpty() && !end.isEmpty()) {
            blocks.add(Paragraph.of(texts.text("charter.letter.dates", begin, end)));
        }
        blocks.add(Paragraph.of(texts.text("charter.letter.call")));
        blocks.add(Paragraph.of(texts.text("charter.letter.close")));
        return blocks;
    }

    private String first(String reference) {
        return whole.answers().values(reference).stream().findFirst().orElse("");
    }

    private List<Block> answer(Question question) {
        Answer answer = whole.answers().of(question);
        var blocks = new ArrayList<Block>();
        if (answer.state() != QuestionState.DECIDED) {
            blocks.add(Paragraph.of(
                    Tone.NOTE,
                    texts.text("charter.state", texts.text(answer.state().wordKey()))));
        }
        if (!answer.why().isEmpty()) {
            blocks.add(Paragraph.of(answer.why()));
        }
        List<AnswerWords.Line> lines = AnswerWords.lines(question, answer);
        if (!lines.isEmpty()) {
            blocks.add(new Table(
                    question.title(),
                    List.of(new Column(texts.text("charter.asked"), 40), new Column(texts.text("charter.said"), 60)),
                    lines.stream()
                            .map(line -> List.of(Cell.of(line.label()), Cell.of(line.text())))
                            .toList()));
        }
        return blocks;
    }

    private List<Block> process() {
        return begun == null ? proposed() : ProcessBlocks.of(begun, texts);
    }

    private List<Block> proposed() {
        return Plan.of(whole.answers()).entries().stream()
                .map(Plan.Entry::action)
                .filter(Action.BeginProcess.class::isInstance)
                .map(Action.BeginProcess.class::cast)
                .findFirst()
                .map(this::steps)
                .orElse(List.of(Paragraph.of(texts.text("charter.noProcess"))));
    }

    private List<Block> steps(Action.BeginProcess process) {
        List<PlannedStep> steps = ProcessTemplates.find(process.template())
                .orElseThrow()
                .planned(YearMonth.from(process.begin().start()));
        return List.of(new Table(
                texts.text("charter.process"),
                List.of(
                        new Column(texts.text("charter.number"), 10),
                        new Column(texts.text("charter.step"), 60),
                        new Column(texts.text("charter.when"), 30)),
                steps.stream()
                        .map(step -> List.of(
                                Cell.of(step.step().number()),
                                Cell.of(step.step().title()),
                                Cell.of(step.when().text())))
                        .toList()));
    }

    private Table seats(Action.FoundCommittee committee) {
        return new Table(
                committee.name(),
                List.of(new Column(texts.text("charter.seat"), 70), new Column(texts.text("charter.seats"), 30)),
                committee.seats().stream()
                        .map(seat -> List.of(
                                Cell.of(seat.who()),
                                Cell.of(
                                        seat.optional()
                                                ? texts.text("charter.optional", seat.number())
                                                : String.valueOf(seat.number()))))
                        .toList());
    }

    private static Bullets bullets(List<String> lines) {
        return new Bullets(
                null,
                lines.stream().map(line -> List.<Block>of(Paragraph.of(line))).toList());
    }
}
