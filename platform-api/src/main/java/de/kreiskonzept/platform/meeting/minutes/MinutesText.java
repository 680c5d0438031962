package de.kreiskonzept.platform.meeting.minutes;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What minutes say, in words, so that they still say it when names and agendas have changed.
 *
 * @param committee name of the committee on the day
 * @param title of the meeting, maybe empty
 * @param day day of the week and day
 * @param times begin and end
 * @param place maybe empty
 * @param quorum whether the committee could decide
 * @param present everybody who was asked, with what is noted; empty for those who see public items alone
 * @param parts one for each item, in their order
 * @param further decisions of the day that stand under no item; null in minutes that were kept before there were any
 */
@Serdeable
@Schema(name = "MinutesText")
public record MinutesText(
        String committee,
        String title,
        String day,
        String times,
        String place,
        String quorum,
        List<Present> present,
        List<Part> parts,
        @Nullable List<Decided> further) {
    /**
     * Somebody who was asked to come.
     *
     * @param role the seat, or in whose place
     * @param attendance whether the person was there
     */
    @Serdeable
    @Schema(name = "MinutesPresent")
    public record Present(String name, String role, String attendance) {}

    /**
     * What was decided.
     *
     * @param id of the decision
     * @param open whether everybody may read it
     * @param text what was decided
     * @param result such as approved, in words
     * @param votes all numbers in words; what nobody counted is unknown, never 0
     * @param outcome whether the majority was reached, in words
     * @param groups votes by faction or by name, maybe empty
     */
    @Serdeable
    @Schema(name = "MinutesDecision")
    public record Decided(
            String id, boolean open, String text, String result, String votes, String outcome, String groups) {
        private static final int TITLE = 80;

        /** The beginning of the text, to tell decisions apart. */
        public String title() {
            return text.length() <= TITLE ? text : text.substring(0, TITLE - 1) + "…";
        }
    }

    /**
     * What is said of one item.
     *
     * @param item id of the item
     * @param openNumber its number for those who see public items alone; empty where it is not public
     * @param depth 1 at the top
     * @param quorum whether the committee could decide on it; empty where it is as at the beginning
     * @param decided what was decided under it; null in minutes that were kept before there was anything
     */
    @Serdeable
    @Schema(name = "MinutesPart")
    public record Part(
            String item,
            String number,
            String openNumber,
            int depth,
            String title,
            String text,
            String notes,
            String quorum,
            @Nullable List<Decided> decided) {
        /** Whether everybody may read it. */
        public boolean isOpen() {
            return !openNumber.isEmpty();
        }

        /** What was decided under it. */
        public List<Decided> decisions() {
            return decided == null ? List.of() : decided;
        }

        private Part open() {
            return new Part(
                    item, openNumber, openNumber, depth, title, text, notes, quorum, MinutesText.open(decisions()));
        }

        private Part about(String decision) {
            return new Part(
                    item, number, openNumber, depth, title, text, "", quorum, MinutesText.about(decisions(), decision));
        }
    }

    /** Decisions of the day that stand under no item. */
    public List<Decided> furtherDecisions() {
        return further == null ? List.of() : further;
    }

    private static List<Decided> open(List<Decided> all) {
        return all.stream().filter(Decided::open).toList();
    }

    private static List<Decided> about(List<Decided> all, String decision) {
        return all.stream().filter(one -> one.id().equals(decision)).toList();
    }

    /** The same for those who see public items alone: without names, and without gaps in the numbers. */
    public MinutesText open() {
        return with(parts.stream().filter(Part::isOpen).map(Part::open).toList(), open(furtherDecisions()));
    }

    /** The same about one item alone. */
    public MinutesText excerpt(String item) {
        return with(parts.stream().filter(part -> part.item().equals(item)).toList(), List.of());
    }

    /** The same about one decision alone. */
    public MinutesText excerptOf(String decision) {
        return with(
                parts.stream()
                        .map(part -> part.about(decision))
                        .filter(part -> !part.decisions().isEmpty())
                        .toList(),
                about(furtherDecisions(), decision));
    }

    /** Whether nothing is said of any item or decision. */
    public boolean isEmpty() {
        return parts.isEmpty() && furtherDecisions().isEmpty();
    }

    private MinutesText with(List<Part> some, List<Decided> others) {
        return new MinutesText(committee, title, day, times, place, quorum, List.of(), some, others);
    }
}
