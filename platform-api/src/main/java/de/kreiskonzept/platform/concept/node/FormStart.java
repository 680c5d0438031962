package de.kreiskonzept.platform.concept.node;

import de.kreiskonzept.foundation.signin.SignedIn;
import de.kreiskonzept.foundation.time.GermanTime;
import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.platform.concept.Nodes;
import de.kreiskonzept.platform.concept.history.FieldChange;
import de.kreiskonzept.platform.concept.history.FieldChange.Subject;
import de.kreiskonzept.platform.concept.history.FieldHistory;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.concept.writing.Unsaved;
import de.kreiskonzept.platform.concept.writing.Writing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a node holds when it is opened: the stored texts, an earlier one out of the history, or the own draft. */
@Singleton
public final class FormStart {
    private final FieldHistory history;
    private final Writing writing;
    private final FieldWords words;
    private final Texts texts;
    private final DateTimeFormatter time;

    FormStart(FieldHistory history, Writing writing, FieldWords words, Texts texts, Clock clock) {
        this.history = history;
        this.writing = writing;
        this.words = words;
        this.texts = texts;
        this.time = GermanTime.minute(clock.getZone());
    }

    /**
     * Fields of a form.
     *
     * @param version row version that they were written over
     * @param notice that they are not all what is stored; null where they are
     */
    record Started(NodeForm form, long version, @Nullable Notice notice) {}

    /**
     * A draft that can be gone on with.
     *
     * @param writtenAt day and time of the last word
     * @param differences by the labels of the fields: what is stored, what the draft says
     * @param meanwhile what others have changed since the draft began, the oldest first
     */
    public record Offer(
            Unsaved draft, String writtenAt, Map<String, String[]> differences, List<FieldChange> meanwhile) {}

    /** The draft of this person for this form; empty where there is none or it says what is stored anyway. */
    Optional<Offer> offer(Sheet sheet, Subject part, NodeForm stored, SignedIn who) {
        return writing.find(sheet.form(), who)
                .map(draft -> new Offer(
                        draft,
                        time.format(draft.writtenAt()),
                        differences(part.kind(), stored, NodeForm.of(draft.fields())),
                        sheet.node() == null ? List.of() : since(part, draft.nodeVersion())))
                .filter(offer -> !offer.differences().isEmpty());
    }

    /** The draft of this person instead of what is stored. */
    Started draft(Sheet sheet, NodeForm stored, SignedIn who) {
        return writing.find(sheet.form(), who)
                .map(draft -> new Started(
                        NodeForm.of(draft.fields()),
                        draft.nodeVersion(),
                        new Notice(
                                Notice.Kind.INFO,
                                texts.text("writing.continued.title"),
                                texts.text("writing.continued.text", time.format(draft.writtenAt())))))
                .orElseGet(() -> new Started(stored, sheet.nodeVersion(), null));
    }

    /** What is stored, one field of it as it was before this line of its history. */
    Started earlier(Sheet sheet, Subject part, NodeForm stored, UUID line) {
        FieldChange change = Nodes.found(history.find(part, line));
        if (!words.isInForm(change.field())) {
            throw Nodes.missing();
        }
        return new Started(
                FormFields.with(stored, change.field(), change.before()),
                sheet.nodeVersion(),
                new Notice(
                        Notice.Kind.INFO,
                        texts.text("history.taken.title"),
                        texts.text(
                                "history.taken.text", words.label(change.field()), time.format(change.changedAt()))));
    }

    /** What was changed after a row version, the oldest first. */
    List<FieldChange> since(Subject part, long version) {
        return history.since(part, version).stream()
                .filter(change -> !change.field().isEmpty() && words.knows(change.field()))
                .toList();
    }

    private Map<String, String[]> differences(String kind, NodeForm stored, NodeForm draft) {
        var now = FormFields.texts(stored);
        var differences = new LinkedHashMap<String, String[]>();
        FormFields.texts(draft).forEach((field, text) -> {
            String other = now.getOrDefault(field, "");
            if (!text.equals(other) && words.knows(field)) {
                differences.put(
                        words.label(field),
                        new String[] {words.value(kind, field, other), words.value(kind, field, text)});
            }
        });
        return differences;
    }
}
