package de.kreiskonzept.platform.document.meeting;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Block.Bullets;
import de.kreiskonzept.platform.document.paper.Block.Cell;
import de.kreiskonzept.platform.document.paper.Block.Column;
import de.kreiskonzept.platform.document.paper.Block.Heading;
import de.kreiskonzept.platform.document.paper.Block.Paragraph;
import de.kreiskonzept.platform.document.paper.Block.Paragraph.Tone;
import de.kreiskonzept.platform.document.paper.Block.Table;
import de.kreiskonzept.platform.document.paper.Front.Fact;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.meeting.minutes.MinutesText;
import java.util.ArrayList;
import java.util.List;

/** The papers of a meeting from top to bottom, with what the reader may see. */
public record MeetingBlocks(Texts texts) {
    /** When and where a meeting is. */
    List<Fact> facts(MeetingSheet sheet) {
        var words = new MeetingWords(sheet.zone());
        var facts = new ArrayList<>(List.of(
                new Fact(
                        texts.text("meeting.field.day"),
                        words.day(sheet.meeting().when().begin())),
                new Fact(texts.text("meeting.field.time"), words.times(sheet.meeting()))));
        add(facts, "meeting.field.location", sheet.meeting().when().location());
        add(facts, "meeting.field.onlineLink", sheet.meeting().when().onlineLink());
        return facts;
    }

    private void add(List<Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(texts.text(key), value));
        }
    }

    /** The invitation: a sentence, and the items as a table. */
    public List<Block> invitation(MeetingSheet sheet) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "", texts.text("invitation.title")));
        blocks.add(Paragraph.of(texts.text("invitation.mail.intro", sheet.committeeName())));
        blocks.add(new Heading(1, "", texts.text("agenda.title")));
        if (sheet.agenda().lines().isEmpty()) {
            blocks.add(Paragraph.of(texts.text("agenda.none")));
            return blocks;
        }
        blocks.add(new Table(
                texts.text("agenda.title"),
                List.of(
                        new Column(texts.text("agenda.field.number"), 12),
                        new Column(texts.text("agenda.field.title"), 63),
                        new Column(texts.text("agenda.field.public"), 25)),
                sheet.agenda().lines().stream()
                        .map(line -> List.of(
                                Cell.of(line.number()),
                                Cell.of(line.item().title()),
                                Cell.of(texts.text(line.isOpen() ? "agenda.open" : "agenda.closed"))))
                        .toList()));
        return blocks;
    }

    /** What is said of items beforehand; empty where nothing is. */
    public List<Block> explanations(MeetingSheet sheet) {
        var blocks = new ArrayList<Block>();
        for (Agenda.Line line : sheet.agenda().lines()) {
            if (!line.item().text().isEmpty()) {
                blocks.add(new Heading(2, line.number(), line.item().title()));
                blocks.add(Paragraph.of(line.item().text()));
            }
        }
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Heading(1, "", texts.text("meetingPaper.explanations")));
        }
        return blocks;
    }

    /** The minutes, or part of them. */
    List<Block> minutes(MinutesText text) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(1, "", texts.text("attendance.title")));
        blocks.add(Paragraph.of(texts.text("meetingPaper.quorum", text.quorum())));
        if (!text.present().isEmpty()) {
            blocks.add(new Bullets(
                    null,
                    text.present().stream()
                            .map(one -> List.<Block>of(
                                    Paragraph.of("%s, %s: %s".formatted(one.name(), one.role(), one.attendance()))))
                            .toList()));
        }
        blocks.add(new Heading(1, "", texts.text("agenda.title")));
        text.parts().forEach(part -> blocks.addAll(part(part)));
        if (!text.furtherDecisions().isEmpty()) {
            blocks.add(new Heading(1, "", texts.text("minutes.further")));
            text.furtherDecisions().forEach(one -> blocks.addAll(decision(one)));
        }
        return blocks;
    }

    private List<Block> part(MinutesText.Part part) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(
                2,
                part.number(),
                part.isOpen() ? part.title() : part.title() + " (" + texts.text("agenda.closed") + ")"));
        if (!part.quorum().isEmpty()) {
            blocks.add(Paragraph.of(Tone.NOTE, texts.text("meetingPaper.quorum", part.quorum())));
        }
        if (!part.text().isEmpty()) {
            blocks.add(Paragraph.of(part.text()));
        }
        if (!part.notes().isEmpty()) {
            blocks.add(Paragraph.of(part.notes()));
        }
        part.decisions().forEach(one -> blocks.addAll(decision(one)));
        return blocks;
    }

    private List<Block> decision(MinutesText.Decided one) {
        var blocks = new ArrayList<Block>(List.of(
                Paragraph.of(Tone.LEAD, texts.text("minutes.decision")),
                Paragraph.of(one.text()),
                Paragraph.of(texts.text("minutes.result", one.result())),
                Paragraph.of(texts.text("minutes.votes", one.votes(), one.outcome()))));
        if (!one.groups().isEmpty()) {
            blocks.add(Paragraph.of(one.groups()));
        }
        return blocks;
    }
}
