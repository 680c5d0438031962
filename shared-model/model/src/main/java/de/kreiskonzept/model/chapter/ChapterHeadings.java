package de.kreiskonzept.model.chapter;

import de.kreiskonzept.model.concept.SectionKind;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.outline.ConceptOutline;
import de.kreiskonzept.model.outline.OutlineSection;
import de.kreiskonzept.model.outline.OutlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Headings such as "Vorwort" open a chapter of the document and no section: what stands below them is a text of the concept. */
public final class ChapterHeadings {
    private ChapterHeadings() {}

    /** The outline with texts instead of sections that are chapters. */
    public static ConceptOutline apply(ConceptOutline outline) {
        var texts = new ArrayList<>(outline.texts());
        var sections = new ArrayList<OutlineSection>();
        for (OutlineSection section : outline.sections()) {
            String text = text(section);
            if (isChapter(section) && !text.isBlank() && text.length() <= TextLimits.TEXT) {
                texts.add(new OutlineText(section.name(), text, section.line()));
            } else {
                sections.add(section);
            }
        }
        return new ConceptOutline(outline.title(), outline.stated(), texts, sections);
    }

    private static boolean isChapter(OutlineSection section) {
        return section.kind() == SectionKind.OTHER
                && section.goals().isEmpty()
                && section.sections().isEmpty()
                && section.stated().isEmpty()
                && ChapterTemplates.meant(section.name())
                        .filter(kind -> kind.sections().isEmpty())
                        .isPresent();
    }

    private static String text(OutlineSection section) {
        List<OutlineText> texts = section.texts();
        return texts.stream()
                .map(text -> texts.size() == 1 || text.name().isEmpty()
                        ? text.text()
                        : "### " + text.name() + "\n\n" + text.text())
                .collect(Collectors.joining("\n\n"));
    }
}
