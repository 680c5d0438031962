package de.kreiskonzept.platform.concept.book;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.ChapterTemplates;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.model.concept.Section;
import de.kreiskonzept.model.concept.TextBlock;
import de.kreiskonzept.platform.concept.ConceptTree;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A chapter with what stands in it.
 *
 * @param texts written in it
 * @param sections top sections that the version holds for it
 * @param figures whether it shows figures
 */
public record ChapterView(Chapter chapter, List<TextBlock> texts, List<Section> sections, boolean figures) {
    /**
     * All chapters of a version.
     *
     * @param views in their order
     * @param lacking chapters of the template that are not there
     */
    public record Whole(
            ConceptTree tree, Chapters chapters, List<ChapterView> views, List<ChapterTemplates.Entry> lacking) {}

    static Whole of(ConceptTree tree, Chapters chapters, boolean figures) {
        var lacking = ChapterTemplates.of(tree.profile()).stream()
                .filter(entry -> chapters.find(entry.kind()).isEmpty())
                .toList();
        return new Whole(
                tree,
                chapters,
                chapters.list().stream()
                        .map(chapter -> of(tree, chapter, figures))
                        .toList(),
                lacking);
    }

    private static ChapterView of(ConceptTree tree, Chapter chapter, boolean figures) {
        return new ChapterView(
                chapter,
                texts(tree, chapter.id()),
                sections(tree, chapter.kind()),
                figures && chapter.kind().holdsFigures());
    }

    private static List<TextBlock> texts(ConceptTree tree, UUID chapter) {
        return tree.texts().stream()
                .filter(text -> Objects.equals(text.chapterId(), chapter))
                .toList();
    }

    private static List<Section> sections(ConceptTree tree, ChapterKind kind) {
        return kind.sections().stream()
                .flatMap(of -> tree.sections().stream()
                        .map(ConceptTree.SectionNode::section)
                        .filter(section -> section.kind().belongsTo(of)))
                .toList();
    }

    /** Whether a section is only named here and stands in another chapter. */
    public boolean isReference(Section section) {
        return chapter.kind().sections().filter(section.kind()::isAlso).isPresent();
    }

    /** Whether nothing stands in it, so that the documents go without it. */
    public boolean isEmpty() {
        return texts.isEmpty()
                && sections.isEmpty()
                && !figures
                && !chapter.kind().isFed();
    }
}
