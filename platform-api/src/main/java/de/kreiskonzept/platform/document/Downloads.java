package de.kreiskonzept.platform.document;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import de.kreiskonzept.platform.web.ExampleCounties;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Answers with a table as a file named by county and day; example data say so in every row. */
@Singleton
public class Downloads {
    private final CurrentWorkspace current;
    private final ExampleCounties examples;
    private final Texts texts;
    private final Clock clock;

    Downloads(CurrentWorkspace current, ExampleCounties examples, Texts texts, Clock clock) {
        this.current = current;
        this.examples = examples;
        this.texts = texts;
        this.clock = clock;
    }

    /** The table as an Excel workbook. */
    public HttpResponse<byte[]> sheet(String name, Grid grid) {
        return file(name + "-%s-%s.xlsx", Format.XLSX_TYPE, Spreadsheet.write(List.of(marked(grid))));
    }

    /** The table as CSV. */
    public HttpResponse<byte[]> text(String name, Grid grid) {
        return file(name + "-%s-%s.csv", SemicolonText.MEDIA_TYPE, SemicolonText.write(marked(grid)));
    }

    // In every row, because rows are filtered and copied.
    private Grid marked(Grid grid) {
        return examples.containCurrent()
                ? grid.with(texts.text("document.note"), texts.text("frame.exampleData"))
                : grid;
    }

    private HttpResponse<byte[]> file(String pattern, String type, byte[] content) {
        String file = pattern.formatted(current.get().slug(), LocalDate.now(clock));
        return HttpResponse.ok(content)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
