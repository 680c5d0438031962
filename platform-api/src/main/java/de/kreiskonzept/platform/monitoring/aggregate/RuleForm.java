package de.kreiskonzept.platform.monitoring.aggregate;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.AggregateRule;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The rule of a county as people enter it, still as text.
 *
 * @param green share in per cent, likewise the others
 */
public record RuleForm(String rule, String green, String red, String assessed) {
    private static final int MOST = 100;

    static RuleForm of(AggregateRule rule) {
        return new RuleForm(
                rule.kind().text(),
                String.valueOf(rule.green()),
                String.valueOf(rule.red()),
                String.valueOf(rule.assessed()));
    }

    static RuleForm of(Map<String, ?> fields) {
        return new RuleForm(
                FieldChecks.field(fields, "rule"),
                FieldChecks.field(fields, "green"),
                FieldChecks.field(fields, "red"),
                FieldChecks.field(fields, "assessed"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (kind().isEmpty()) {
            errors = errors.with("rule", texts.text("aggregate.fault.rule"));
        }
        errors = share(errors, "green", green, 1, texts);
        errors = share(errors, "red", red, 1, texts);
        return share(errors, "assessed", assessed, 0, texts);
    }

    private static FormErrors share(FormErrors errors, String field, String value, int least, Texts texts) {
        boolean right =
                value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= MOST;
        return right ? errors : errors.with(field, texts.text("aggregate.fault.share", least));
    }

    /** The rule, once it is checked. */
    AggregateRule checked() {
        return new AggregateRule(
                kind().orElseThrow(), Integer.parseInt(green), Integer.parseInt(red), Integer.parseInt(assessed));
    }

    private Optional<AggregateRule.Kind> kind() {
        return Arrays.stream(AggregateRule.Kind.values())
                .filter(kind -> kind.text().equals(rule))
                .findFirst();
    }
}
