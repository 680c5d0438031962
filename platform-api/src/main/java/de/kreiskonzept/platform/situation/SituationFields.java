package de.kreiskonzept.platform.situation;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.situation.GermanNumber;
import de.kreiskonzept.model.situation.Indicator.Mark;
import de.kreiskonzept.model.situation.Period;
import de.kreiskonzept.model.situation.ReadingLines;
import de.kreiskonzept.model.situation.ReadingLines.Fault;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what is wrong with numbers, periods and lines of values. */
final class SituationFields {
    private static final int SAID = 5;

    private SituationFields() {}

    /** Adds an error where the text is blank though it must not be, too long or holds NUL. */
    static FormErrors text(FormErrors errors, String field, String text, int limit, Texts texts) {
        if (text.isBlank() && field.equals("name")) {
            return errors.with(field, texts.text("situation.fault.missing", texts.text("situation.field." + field)));
        }
        return text.length() > limit || text.indexOf('\0') >= 0
                ? errors.with(field, texts.text("situation.fault.text", texts.text("situation.field." + field), limit))
                : errors;
    }

    /** Adds errors where number and period are not both right or both empty; the period's field is called {@code <field>Period}. */
    static FormErrors mark(FormErrors errors, String field, String number, String period, Texts texts) {
        boolean noNumber = number.isEmpty() && !period.isEmpty();
        var more = noNumber || (!number.isEmpty() && GermanNumber.find(number).isEmpty())
                ? errors.with(field, texts.text("situation.fault.number", texts.text("situation.field." + field)))
                : errors;
        boolean noPeriod = period.isEmpty() && !number.isEmpty();
        return noPeriod || (!period.isEmpty() && Period.find(period).isEmpty())
                ? more.with(
                        field + "Period",
                        texts.text("situation.fault.period", texts.text("situation.field." + field + "Period")))
                : more;
    }

    /** The mark, once it is checked; null where both fields are empty. */
    static @Nullable Mark mark(String number, String period) {
        return GermanNumber.find(number)
                .flatMap(value -> Period.find(period).map(at -> new Mark(value, at)))
                .orElse(null);
    }

    /** Adds one error with a sentence for each line that cannot be read, as many as one can take in. */
    static FormErrors readings(FormErrors errors, String field, String lines, Texts texts) {
        var faults = ReadingLines.read(lines).faults();
        if (faults.isEmpty()) {
            return errors;
        }
        String sentences =
                faults.stream().limit(SAID).map(fault -> sentence(fault, texts)).collect(Collectors.joining(" "));
        int more = faults.size() - SAID;
        return errors.with(field, more > 0 ? sentences + " " + texts.text("situation.fault.more", more) : sentences);
    }

    /** What is wrong with a line. */
    static String sentence(Fault fault, Texts texts) {
        return texts.text(
                "situation.line." + fault.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(fault.line()),
                fault.words());
    }
}
