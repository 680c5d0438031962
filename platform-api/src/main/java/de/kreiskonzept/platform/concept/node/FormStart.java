package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.NodeKind;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a node holds when it is opened: the stored texts, or with them an earlier one out of the history. */
@Singleton
final class FormStart {
    private final FieldHistory history;
    private final Texts texts;
    private final DateTimeFormatter time;

    FormStart(FieldHistory history, Texts texts, Clock clock) {
        this.history = history;
        this.texts = texts;
        this.time = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(clock.getZone());
    }

    /**
     * Fields of a form.
     *
     * @param notice that they are not all what is stored; null where they are
     */
    record Started(NodeForm form, @Nullable Notice notice) {}

    /**
     * The stored fields, one of them as it was before this line of its history.
     *
     * @param line of the history; null for the stored fields
     */
    Started of(NodeKind kind, UUID id, NodeForm stored, @Nullable UUID line) {
        if (line == null) {
            return new Started(stored, null);
        }
        FieldChange change = Nodes.found(history.find(new Subject(kind.text(), id), line));
        var fields = fields(stored);
        if (!fields.containsKey(change.field())) {
            throw Nodes.missing();
        }
        boolean list = fields.get(change.field()) instanceof List;
        fields.put(change.field(), list ? change.before().lines().toList() : change.before());
        return new Started(
                NodeForm.of(fields),
                new Notice(
                        Notice.Kind.INFO,
                        texts.text("history.taken.title"),
                        texts.text(
                                "history.taken.text",
                                texts.text("concept.field." + change.field()),
                                time.format(change.changedAt()))));
    }

    /** All fields of a form by their names, each a text or a list of texts; new fields take part by themselves. */
    static Map<String, Object> fields(NodeForm form) {
        var fields = new LinkedHashMap<String, Object>();
        for (RecordComponent component : NodeForm.class.getRecordComponents()) {
            try {
                fields.put(component.getName(), component.getAccessor().invoke(form));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not readable: " + component, e);
            }
        }
        return fields;
    }
}
