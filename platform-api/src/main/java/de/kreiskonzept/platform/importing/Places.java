package de.kreiskonzept.platform.importing;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.importing.table.OutlineRows;
import de.kreiskonzept.model.importing.table.TablePart;
import de.kreiskonzept.model.importing.table.TablePlaces;
import de.kreiskonzept.model.importing.table.TableText;
import java.util.List;
import java.util.function.IntFunction;

/** Where the lines of an upload stand in the file that people have: line, page and line, or sheet and cell. */
public final class Places {
    private final IntFunction<String> place;
    private final IntFunction<String> words;

    private Places(IntFunction<String> place, IntFunction<String> words) {
        this.place = place;
        this.words = words;
    }

    static Places of(Upload upload, Texts texts) {
        String content = upload.source().content();
        return switch (upload.source().form()) {
            case TEXT -> new Places(line -> texts.text("importing.line", line), line -> line(lines(content), line));
            case PAGES -> pages(content, texts);
            case TABLE -> tables(TableText.read(content), texts);
        };
    }

    private static Places tables(List<TablePart> parts, Texts texts) {
        TablePlaces places = TablePlaces.of(parts);
        return OutlineRows.isPaper(parts)
                ? new Places(
                        line -> texts.text(
                                "importing.paragraph", places.place(line).replaceAll("^.*?(?=[0-9]*$)", "")),
                        places::words)
                : table(places, texts);
    }

    private static Places table(TablePlaces places, Texts texts) {
        return new Places(
                line -> {
                    String cell = places.place(line);
                    return cell.isEmpty() ? texts.text("importing.between") : texts.text("importing.cell", cell);
                },
                places::words);
    }

    private static Places pages(String content, Texts texts) {
        String[] lines = lines(content);
        int[] pages = new int[lines.length];
        int[] within = new int[lines.length];
        int page = 1;
        int first = 0;
        for (int i = 0; i < lines.length; i++) {
            if (i > 0 && lines[i].indexOf('\f') >= 0) {
                page++;
                first = i;
            }
            pages[i] = page;
            within[i] = i - first + 1;
        }
        return new Places(
                line -> line > lines.length
                        ? texts.text("importing.line", line)
                        : texts.text("importing.page", pages[line - 1], within[line - 1]),
                line -> line(lines, line));
    }

    private static String[] lines(String content) {
        return content.split("\r\n|\n|\r", -1);
    }

    private static String line(String[] lines, int line) {
        return line <= lines.length ? lines[line - 1].strip() : "";
    }

    /** Place of a line for people; empty for 0, which stands for the whole file. */
    public String of(int line) {
        return line < 1 ? "" : place.apply(line);
    }

    /** Words that stand there, maybe empty. */
    String words(int line) {
        return line < 1 ? "" : words.apply(line);
    }
}
