package de.kreiskonzept.platform.meeting.agenda;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.meeting.Agenda;
import de.kreiskonzept.model.meeting.AgendaItem;
import de.kreiskonzept.platform.committee.Inputs;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for an item, still as text.
 *
 * @param number what stands in place of the computed number, maybe empty
 * @param parent id of the item it is part of; empty for the top
 * @param closed whether it is not public
 * @param notes for the minutes
 */
public record ItemForm(String number, String title, String text, String parent, boolean closed, String notes) {
    static ItemForm empty(@Nullable UUID parent) {
        return new ItemForm("", "", "", Objects.toString(parent, ""), false, "");
    }

    static ItemForm of(AgendaItem item) {
        return new ItemForm(
                item.ownNumber(),
                item.title(),
                item.text(),
                Objects.toString(item.parentId(), ""),
                !item.isPublic(),
                item.notes());
    }

    static ItemForm of(Map<String, ?> fields) {
        return new ItemForm(
                FieldChecks.field(fields, "number"),
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "text"),
                FieldChecks.field(fields, "parent"),
                FieldChecks.field(fields, "closed").equals("ja"),
                FieldChecks.field(fields, "notes"));
    }

    /** What is wrong, in the order of the form; the id is null for a new item. */
    FormErrors errors(Texts texts, Agenda agenda, @Nullable UUID id) {
        FormErrors errors = FormErrors.none();
        if (title.isBlank()) {
            errors = errors.with("title", texts.text("agenda.fault.title"));
        }
        errors = errors.withLimit("title", title, TextLimits.NAME, texts)
                .withLimit("number", number, AgendaItem.NUMBER, texts);
        UUID chosen = Inputs.id(parent);
        if (!parent.isEmpty()
                && agenda.parents(id).stream()
                        .noneMatch(line -> line.item().id().equals(chosen))) {
            errors = errors.with("parent", texts.text("agenda.fault.parent"));
        } else if (!closed
                && chosen != null
                && agenda.find(chosen).filter(line -> !line.isOpen()).isPresent()) {
            errors = errors.with("closed", texts.text("agenda.fault.closed"));
        }
        if (id == null && agenda.lines().size() >= Agenda.MOST) {
            errors = errors.with("", texts.text("agenda.fault.many", Agenda.MOST));
        }
        return errors.withLimit("text", text, TextLimits.TEXT, texts).withLimit("notes", notes, TextLimits.TEXT, texts);
    }

    /** The words of the item; there are no errors. */
    AgendaItem.Words words() {
        return new AgendaItem.Words(number, title, text, !closed, notes);
    }

    /** The item it is part of; null for the top. */
    @Nullable
    UUID parentId() {
        return Inputs.id(parent);
    }
}
