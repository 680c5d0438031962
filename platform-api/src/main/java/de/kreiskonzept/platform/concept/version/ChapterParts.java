package de.kreiskonzept.platform.concept.version;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.model.lineage.Change;
import de.kreiskonzept.model.lineage.Descent;
import de.kreiskonzept.model.lineage.Lineage;
import de.kreiskonzept.model.lineage.Part;
import de.kreiskonzept.platform.concept.ConceptTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written in the chapters of a version, and in its texts without one, as a comparison shows it. A chapter is the same one by what it
 * is about, one of the county's own by its title; a text by its name. Figures of the version as a whole stand in the chapter for them, or
 * where there is none by themselves.
 */
record ChapterParts(Map<String, Part> parts) {
    /** @param figures of the version as a whole, a line for each */
    static ChapterParts of(ConceptTree tree, Chapters chapters, List<String> figures, Texts texts) {
        var parts = new LinkedHashMap<String, Part>();
        for (Chapter chapter : chapters.list()) {
            String key = chapter.kind().text() + (chapter.kind() == ChapterKind.OWN ? chapter.title() : "");
            String heading =
                    chapter.leftOut() ? texts.text("concept.compare.leftOut", chapter.title()) : chapter.title();
            Stream<String> written = tree.texts().stream()
                    .filter(text -> Objects.equals(text.chapterId(), chapter.id()))
                    .map(ChapterParts::words);
            Stream<String> counted = chapter.kind().holdsFigures() ? figures.stream() : Stream.empty();
            parts.put(
                    fresh(parts, key),
                    new Part(
                            chapter.id(),
                            heading,
                            Stream.concat(written, counted).collect(Collectors.joining("\n\n"))));
        }
        if (!figures.isEmpty() && chapters.find(ChapterKind.FIGURES).isEmpty()) {
            String title = texts.text("situation.figures.title");
            parts.put(ChapterKind.FIGURES.text(), new Part(tree.version().id(), title, String.join("\n\n", figures)));
        }
        tree.texts().stream()
                .filter(text -> text.chapterId() == null)
                .forEach(text ->
                        parts.put(fresh(parts, "text " + text.name()), new Part(text.id(), text.name(), text.text())));
        return new ChapterParts(parts);
    }

    private static String words(TextBlock text) {
        return text.name().isEmpty() ? text.text() : text.name() + "\n" + text.text();
    }

    // Two of the same name are told apart by their order.
    private static String fresh(Map<String, Part> parts, String key) {
        String fresh = key;
        while (parts.containsKey(fresh)) {
            fresh += "\t";
        }
        return fresh;
    }

    List<Change> changesTo(ChapterParts now) {
        var descents = new ArrayList<Descent>();
        parts.forEach((key, part) -> {
            Part successor = now.parts.get(key);
            if (successor != null) {
                descents.add(new Descent(part.id(), successor.id()));
            }
        });
        return new Lineage(descents).changes(List.copyOf(parts.values()), List.copyOf(now.parts.values()));
    }
}
