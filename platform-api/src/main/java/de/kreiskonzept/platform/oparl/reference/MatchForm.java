package de.kreiskonzept.platform.oparl.reference;

import de.kreiskonzept.foundation.web.Choice;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which committees meetings of the other system belong to, still as text.
 *
 * @param values id of a committee or empty, by what the other system calls it, in the order of the fields
 */
record MatchForm(Map<String, String> values) {
    private static final String FIELD = "committee-";

    /** Reads a field for each of the organisations; its name ends with its place, from 0. */
    static MatchForm of(Map<String, ?> fields, List<String> organisations) {
        var values = new LinkedHashMap<String, String>();
        organisations.forEach(
                organisation -> values.put(organisation, FieldChecks.field(fields, FIELD + values.size())));
        return new MatchForm(values);
    }

    /** What is wrong; {@code known} are the committees of the county. */
    FormErrors errors(Texts texts, List<Choice> known) {
        FormErrors errors = FormErrors.none();
        int place = 0;
        for (String value : values.values()) {
            boolean right = value.isEmpty()
                    || known.stream().anyMatch(choice -> choice.value().equals(value));
            errors = right ? errors : errors.with(FIELD + place, texts.text("reference.fault.committee"));
            place++;
        }
        return errors;
    }

    /** The committees that were chosen, once they are checked. */
    Map<String, UUID> committees() {
        var chosen = new HashMap<String, UUID>();
        values.forEach((organisation, value) -> {
            UUID id = Inputs.id(value);
            if (id != null) {
                chosen.put(organisation, id);
            }
        });
        return chosen;
    }
}
