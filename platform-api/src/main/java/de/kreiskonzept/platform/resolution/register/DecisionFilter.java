package de.kreiskonzept.platform.resolution.register;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.DecisionState;
import de.kreiskonzept.platform.committee.Inputs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions the register shows; stands in its address and in that of everything made from it.
 *
 * @param committee only decisions of this committee; null for all
 * @param state only decisions carried out so far; null for all
 * @param overdue only decisions that should be carried out by now
 * @param from first day; null for any
 * @param until last day; null for any
 * @param search part of text or responsible, in any case; empty for all
 */
public record DecisionFilter(
        @Nullable UUID committee,
        @Nullable DecisionState state,
        boolean overdue,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String search) {
    /** In the address, the state of what should be carried out by now. */
    public static final String OVERDUE = "overdue";

    /** Shows everything. */
    static final DecisionFilter ALL = new DecisionFilter(null, null, false, null, null, "");

    /** Cuts words that are longer than any text they could be found in. */
    public DecisionFilter {
        String plain = search.strip().replace("\0", "");
        search = plain.substring(0, Math.min(plain.length(), TextLimits.NAME));
    }

    /** Reads the address: gremium, stand, von, bis, suche; for programs committee, state, from, until, q. */
    public static DecisionFilter of(Map<String, String> fields) {
        String state = field(fields, "stand", "state");
        return new DecisionFilter(
                Inputs.id(field(fields, "gremium", "committee")),
                DecisionState.find(state).orElse(null),
                state.equals(OVERDUE),
                Inputs.day(field(fields, "von", "from")),
                Inputs.day(field(fields, "bis", "until")),
                field(fields, "suche", "q"));
    }

    private static String field(Map<String, String> fields, String page, String program) {
        return fields.getOrDefault(page, fields.getOrDefault(program, ""));
    }

    /** The word for the state in the address; empty for all. */
    public String stateWord() {
        if (overdue) {
            return OVERDUE;
        }
        return state == null ? "" : state.text();
    }

    /** Whether it shows everything. */
    public boolean isEmpty() {
        return equals(ALL);
    }

    /** The query of the address, beginning with a question mark; empty where everything is shown. */
    public String query() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("gremium", committee == null ? "" : committee.toString());
        fields.put("stand", stateWord());
        fields.put("von", from == null ? "" : from.toString());
        fields.put("bis", until == null ? "" : until.toString());
        fields.put("suche", search);
        String query = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
