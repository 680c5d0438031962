package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaTemplate;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for an agenda template, still as text.
 *
 * @param items one on each line
 */
public record TemplateForm(String name, String items) {
    static TemplateForm of(Map<String, ?> fields) {
        return new TemplateForm(FieldChecks.field(fields, "name"), FieldChecks.field(fields, "items"));
    }

    /** What is wrong, in the order of the form; {@code others} are the templates of the committee, the id is null for a new one. */
    FormErrors errors(Texts texts, List<AgendaTemplate> others, @Nullable UUID id) {
        FormErrors errors = FormErrors.none();
        if (name.isBlank()) {
            errors = errors.with("name", texts.text("agenda.fault.name"));
        }
        if (others.stream().anyMatch(one -> one.name().equals(name) && !Objects.equals(one.id(), id))) {
            errors = errors.with("name", texts.text("agenda.fault.nameTwice"));
        }
        errors = errors.withLimit("name", name, TextLimits.NAME, texts)
                .withLimit("items", items, TextLimits.TEXT, texts);
        List<AgendaTemplate.Entry> entries = AgendaTemplate.read(items);
        if (entries.isEmpty()
                || entries.size() > Agenda.MOST
                || entries.stream().anyMatch(entry -> entry.title().length() > TextLimits.NAME)) {
            errors = errors.with("items", texts.text("agenda.fault.items", Agenda.MOST, TextLimits.NAME));
        }
        return errors;
    }
}
