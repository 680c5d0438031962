package de.kreiskonzept.platform.document.meeting;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Front;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.meeting.MeetingSheet;
import de.kreiskonzept.platform.meeting.MeetingWords;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;

/** Prints the papers of meetings, each with the meeting on its first page. */
@Singleton
public class MeetingPress {
    private final CurrentWorkspace county;
    private final ExampleCounties examples;
    private final Press press;
    private final Texts texts;

    MeetingPress(CurrentWorkspace county, ExampleCounties examples, Press press, Texts texts) {
        this.county = county;
        this.examples = examples;
        this.press = press;
        this.texts = texts;
    }

    /** What stands on the papers. */
    public MeetingBlocks blocks() {
        return new MeetingBlocks(texts);
    }

    /**
     * The file of this kind.
     *
     * @param kind draft, excerpt, invitation, minutes or pack
     */
    public HttpResponse<byte[]> print(MeetingSheet sheet, String kind, List<Block> content, Format format) {
        String name = new MeetingWords(sheet.zone()).name(sheet.meeting(), sheet.committee());
        var front = new Front(
                county.get().name(),
                texts.text("meetingPaper.title." + kind, sheet.committeeName()),
                name,
                blocks().facts(sheet),
                examples.containCurrent() ? texts.text("document.front.example") : "");
        String file = "%s-%s-%s.%s"
                .formatted(texts.text("meetingPaper.file." + kind), county.get().slug(), sheet.day(), format.ending());
        return HttpResponse.ok(press.print(new Paper(front, Paper.Layout.BOOK, content), format))
                .contentType(MediaType.of(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
