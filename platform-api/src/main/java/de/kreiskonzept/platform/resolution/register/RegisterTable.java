package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.committee.NameLines;
import de.kreiskonzept.model.resolution.CouncilDecision;
import de.kreiskonzept.platform.committee.decided.BallotWords;
import de.kreiskonzept.platform.document.FileName;
import de.kreiskonzept.platform.document.Grid;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decisions as a table for files and for paper. */
@Singleton
class RegisterTable {
    private final Decisions decisions;
    private final CurrentWorkspace current;
    private final ExampleCounties examples;
    private final Press press;
    private final Texts texts;

    RegisterTable(Decisions decisions, CurrentWorkspace current, ExampleCounties examples, Press press, Texts texts) {
        this.decisions = decisions;
        this.current = current;
        this.examples = examples;
        this.press = press;
        this.texts = texts;
    }

    /** All columns, votes each in its own; what is unknown is empty. */
    Grid grid(List<RegisterLine> lines) {
        List<String> head = Stream.concat(
                        Stream.of("day", "committee", "text", "result")
                                .map(column -> texts.text("register.column." + column)),
                        Stream.concat(
                                Stream.of("yes", "no", "abstained", "biased", "present")
                                        .map(number -> texts.text("voting.field." + number)),
                                Stream.of("state", "responsible", "due", "measures", "paper")
                                        .map(column -> texts.text("register.column." + column))))
                .toList();
        return new Grid(
                texts.text("register.title"),
                head,
                lines.stream().map(this::row).toList());
    }

    private List<Object> row(RegisterLine line) {
        CouncilDecision one = line.decision();
        var votes = one.ballot().votes();
        return List.of(
                NameLines.print(one.day()),
                line.committee(),
                one.text(),
                texts.text(one.result().wordKey()),
                Objects.requireNonNullElse(votes.yes(), ""),
                Objects.requireNonNullElse(votes.no(), ""),
                Objects.requireNonNullElse(votes.abstained(), ""),
                Objects.requireNonNullElse(votes.biased(), ""),
                Objects.requireNonNullElse(votes.present(), ""),
                state(one),
                one.responsible(),
                NameLines.print(one.due()),
                line.measures().stream().map(RegisterLine.Carried::name).collect(Collectors.joining("; ")),
                line.paper());
    }

    /** How far a decision is carried out, in a word. */
    private String state(CouncilDecision one) {
        return one.isOverdue(decisions.today())
                ? texts.text("register.stateOverdue", texts.text(one.state().wordKey()))
                : texts.text(one.state().wordKey());
    }

    /** The answer with a report for a committee. */
    HttpResponse<byte[]> print(List<RegisterLine> lines, Format format) {
        String today = NameLines.print(decisions.today());
        var front = new Front(
                current.get().name(),
                texts.text("register.report"),
                today,
                List.of(
                        new Front.Fact(texts.text("register.report.day"), today),
                        new Front.Fact(texts.text("register.report.number"), String.valueOf(lines.size()))),
                examples.containCurrent() ? texts.text("document.front.example") : "");
        Block content = lines.isEmpty() ? Paragraph.of(texts.text("register.none")) : table(lines);
        var paper = new Paper(front, Paper.Layout.SHEET, List.of(content));
        var name = List.of(
                texts.text("register.title"),
                current.get().name(),
                decisions.today().toString());
        return HttpResponse.ok(press.print(paper, format))
                .contentType(MediaType.of(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of(name, format.ending()).disposition());
    }

    private Table table(List<RegisterLine> lines) {
        return new Table(
                texts.text("register.title"),
                List.of(
                        column("day", 9),
                        column("committee", 13),
                        column("text", 30),
                        column("result", 12),
                        column("state", 10),
                        column("responsible", 13),
                        column("due", 9),
                        new Column(texts.text("register.column.number"), 4)),
                lines.stream().map(this::cells).toList());
    }

    private Column column(String name, int share) {
        return new Column(texts.text("register.column." + name), share);
    }

    private List<Cell> cells(RegisterLine line) {
        CouncilDecision one = line.decision();
        String votes = new BallotWords(one.ballot(), texts).line();
        String result = texts.text(one.result().wordKey());
        return List.of(
                Cell.of(NameLines.print(one.day())),
                Cell.of(line.committee()),
                Cell.of(one.text()),
                Cell.of(votes.isEmpty() ? result : result + "\n" + votes),
                Cell.of(state(one)),
                Cell.of(one.responsible()),
                Cell.of(NameLines.print(one.due())),
                Cell.of(
                        line.measures().isEmpty()
                                ? ""
                                : String.valueOf(line.measures().size())));
    }
}
