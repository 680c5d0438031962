package de.kreiskonzept.model.check;

import de.kreiskonzept.model.chapter.Chapter;
import de.kreiskonzept.model.concept.Goal;
import de.kreiskonzept.model.concept.Measure;
import de.kreiskonzept.model.concept.Section;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place in a concept that a finding is about.
 *
 * @param id of the version, section, goal, measure or chapter
 * @param section that it stands in, or that it is; null for the version and its chapters
 * @param number as displayed, maybe empty
 * @param words name or text; empty for the version
 */
public record Spot(Place place, UUID id, @Nullable UUID section, String number, String words) {
    /** What stands there. */
    public enum Place {
        /** The version as a whole. */
        VERSION,
        /** A section. */
        SECTION,
        /** A goal. */
        GOAL,
        /** A measure. */
        MEASURE,
        /** A chapter of the document. */
        CHAPTER;

        /** Text in JSON: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Spot of(Content content) {
        return new Spot(Place.VERSION, content.id(), null, "", "");
    }

    static Spot of(Chapter chapter) {
        return new Spot(Place.CHAPTER, chapter.id(), null, "", chapter.title());
    }

    static Spot of(Section section) {
        return new Spot(Place.SECTION, section.id(), section.id(), section.number(), section.name());
    }

    static Spot of(Goal goal) {
        return new Spot(Place.GOAL, goal.id(), goal.sectionId(), goal.number(), goal.text());
    }

    static Spot of(Measure measure) {
        return new Spot(Place.MEASURE, measure.id(), measure.sectionId(), measure.number(), measure.text());
    }
}
