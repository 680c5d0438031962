package de.kreiskonzept.platform.workflow;

import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.measure.Moment;
import de.kreiskonzept.model.workflow.ConceptProcess;
import de.kreiskonzept.model.workflow.ProcessTemplate;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people enter for a process, still as text.
 *
 * @param template key of a template; of a process that is there it stays
 * @param begin month such as 03/2026
 */
public record ProcessForm(String title, String template, String begin) {
    static ProcessForm of(ConceptProcess process) {
        return new ProcessForm(process.title(), process.template(), GermanTime.MONTH.format(process.begin()));
    }

    static ProcessForm of(Map<String, ?> fields) {
        return new ProcessForm(
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "template"),
                FieldChecks.field(fields, "begin"));
    }

    /** What is wrong with a new process, in the order of the form. */
    FormErrors errors(List<ProcessTemplate> offered, Texts texts) {
        Optional<ProcessTemplate> chosen = find(offered);
        if (chosen.isEmpty()) {
            return errors(FormErrors.none().with("template", texts.text("workflow.fault.template")), texts);
        }
        FormErrors errors = errors(FormErrors.none(), texts);
        boolean tooLate =
                errors.isEmpty() && begins().plusMonths(chosen.get().months()).getYear() > Moment.LAST_YEAR;
        return tooLate ? errors.with("begin", texts.text("workflow.fault.month")) : errors;
    }

    /** What is wrong with a process that has its template, in the order of the form. */
    FormErrors errors(Texts texts) {
        return errors(FormErrors.none(), texts);
    }

    private FormErrors errors(FormErrors before, Texts texts) {
        FormErrors errors = before;
        if (title.isBlank()) {
            errors = errors.with("title", texts.text("workflow.fault.title"));
        }
        errors = errors.withLimit("title", title, TextLimits.NAME, texts);
        return month().isPresent() ? errors : errors.with("begin", texts.text("workflow.fault.month"));
    }

    private Optional<YearMonth> month() {
        return Moment.find(begin)
                .filter(moment -> moment.precision() != Moment.Precision.YEAR)
                .map(moment -> YearMonth.from(moment.start()));
    }

    /** The month, once it is checked. */
    YearMonth begins() {
        return month().orElseThrow();
    }

    /** The template, once it is checked. */
    ProcessTemplate chosen(List<ProcessTemplate> offered) {
        return find(offered).orElseThrow();
    }

    private Optional<ProcessTemplate> find(List<ProcessTemplate> offered) {
        return offered.stream().filter(one -> one.key().equals(template)).findFirst();
    }
}
