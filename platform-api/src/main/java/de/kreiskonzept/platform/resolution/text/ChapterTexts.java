package de.kreiskonzept.platform.resolution.text;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.ConceptTree;
import de.kreiskonzept.platform.concept.ConceptTree.SectionNode;
import java.util.ArrayList;
import java.util.List;

/** The chapters of a version as a table, each with a line about what stands in it. */
final class ChapterTexts {
    private static final int LONGEST = 240;

    private final ConceptTree tree;
    private final Texts texts;

    ChapterTexts(ConceptTree tree, Texts texts) {
        this.tree = tree;
        this.texts = texts;
    }

    /** The table; a version without chapters has one line for each kind of sections. */
    String table(Chapters chapters) {
        var lines = new ArrayList<String>();
        lines.add(TextTables.line(
                texts.text("resolution.text.column.chapter"), texts.text("resolution.text.column.contents")));
        lines.add("| --- | --- |");
        List<Chapter> shown = chapters.shown();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(TextTables.line(i + 1 + ". " + shown.get(i).title(), summary(shown.get(i))));
        }
        if (shown.isEmpty()) {
            SectionKind.homes().stream()
                    .filter(kind -> count(kind) > 0)
                    .forEach(kind -> lines.add(
                            TextTables.line(tree.profile().section(kind, 0).plural(), sections(kind))));
        }
        return lines.size() > 2 ? String.join("\n", lines) : texts.text("resolution.text.noChapter");
    }

    private String summary(Chapter chapter) {
        return switch (chapter.kind()) {
            case FIELDS, THEMES, SECTIONS -> sections(chapter.kind().sections().orElseThrow());
            case OWN -> own(chapter);
            case FOREWORD, PURPOSE, PARTICIPATION, FIGURES, STRUCTURES, UNDERSTANDING, IMPLEMENTATION ->
                texts.text("resolution.text.chapter." + chapter.kind().text());
        };
    }

    private String sections(SectionKind kind) {
        return texts.text(
                "resolution.text.chapter.sections",
                tree.profile().section(kind, 0).count((int) count(kind)),
                texts.text("resolution.heading.fields"));
    }

    private long count(SectionKind kind) {
        return tree.sections().stream()
                .map(SectionNode::section)
                .filter(section -> section.kind().home() == kind)
                .count();
    }

    // A chapter of the county's own says what it is about in its first sentence.
    private String own(Chapter chapter) {
        return tree.texts().stream()
                .filter(text -> chapter.id().equals(text.chapterId()))
                .map(TextBlock::text)
                .flatMap(String::lines)
                .map(line -> line.replaceAll("^[#>*\\-\\s]+|[*_`]", "").strip())
                .filter(line -> line.length() > chapter.title().length())
                .findFirst()
                .map(ChapterTexts::sentence)
                .orElseGet(() -> texts.text("resolution.text.chapter." + ChapterKind.OWN.text()));
    }

    private static String sentence(String line) {
        int end = line.indexOf(". ");
        String sentence = end > 0 ? line.substring(0, end + 1) : line;
        return sentence.length() <= LONGEST
                ? sentence
                : sentence.substring(
                                0,
                                sentence.lastIndexOf(' ', LONGEST) > 0 ? sentence.lastIndexOf(' ', LONGEST) : LONGEST)
                        + " …";
    }
}
