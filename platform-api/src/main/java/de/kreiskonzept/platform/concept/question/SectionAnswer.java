package de.kreiskonzept.platform.concept.question;

import de.kreiskonzept.model.concept.Section;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one section answers to all four questions.
 *
 * @param bodies different responsible bodies in the spelling of their first mention
 * @param changedAt last change of the section, its texts, goals or measures
 * @param assessedAt last assessment of a measure; null where there is none
 */
public record SectionAnswer(
        Section section,
        int goals,
        int measures,
        List<String> bodies,
        Instant changedAt,
        @Nullable Instant assessedAt) {
    /** When something happened here last. */
    public Instant movedAt() {
        return isAssessed() && assessedAt != null ? assessedAt : changedAt;
    }

    /** Whether the last thing that happened was an assessment. */
    public boolean isAssessed() {
        return assessedAt != null && !assessedAt.isBefore(changedAt);
    }
}
