package de.kreiskonzept.platform.meeting;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.PageFrame;
import de.kreiskonzept.platform.committee.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which meetings a list shows.
 *
 * @param committee null for all of the county
 */
public record MeetingFilter(@Nullable UUID committee, Span span) {
    /** When the meetings are; the German words stand in addresses. */
    public enum Span {
        /** Not over yet. */
        KOMMEND,
        /** Over. */
        VERGANGEN,
        /** Whenever. */
        ALLE;

        /** The word in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the label. */
        public String wordKey() {
            return "meeting.span." + word();
        }

        /** The span with this word; those to come where there is no such word. */
        static Span of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(span -> span.word().equals(word))
                    .findFirst()
                    .orElse(KOMMEND);
        }
    }

    /** The spans of time as choices of a filter. */
    public static List<Choice> spans(PageFrame page) {
        return Arrays.stream(Span.values())
                .map(span -> Choice.of(span.word(), page.t(span.wordKey())))
                .toList();
    }

    /** Reads the words of an address. */
    static MeetingFilter of(@Nullable String committee, @Nullable String span) {
        return new MeetingFilter(committee == null ? null : Inputs.id(committee), Span.of(span));
    }

    /** The query of an address that shows the same. */
    String query() {
        return "?zeit=" + span.word() + (committee == null ? "" : "&gremium=" + committee);
    }
}
