package de.kreiskonzept.platform.monitoring.narrative;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.concept.writing.Sheet;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Book;
import de.kreiskonzept.platform.monitoring.narrative.Narratives.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The texts of a part as people type them.
 *
 * @param values texts by the names of the fields, in the order of the form
 */
record NarrativeForm(Map<String, String> values) {
    static NarrativeForm of(NarrativeTexts said) {
        var values = new LinkedHashMap<String, String>();
        values.put("summary", said.summary());
        values.put("narrative", said.narrative());
        values.put("highlights", said.highlights());
        values.put("notPursued", said.notPursued());
        return new NarrativeForm(values);
    }

    static NarrativeForm of(Map<String, ?> fields) {
        NarrativeForm typed = of(NarrativeTexts.NONE);
        typed.values.replaceAll((name, _) -> FieldChecks.field(fields, name));
        return typed;
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        for (var field : values.entrySet()) {
            String label = texts.text("narrative.field." + field.getKey());
            if (field.getValue().length() > TextLimits.TEXT) {
                errors = errors.with(field.getKey(), texts.text("narrative.fault.long", TextLimits.TEXT, label));
            } else if (field.getValue().indexOf('\0') >= 0) {
                errors = errors.with(field.getKey(), texts.text("narrative.fault.nul", TextLimits.TEXT, label));
            }
        }
        return errors;
    }

    /** The texts; {@link #errors} is empty. */
    NarrativeTexts texts() {
        return new NarrativeTexts(value("summary"), value("narrative"), value("highlights"), value("notPursued"));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The form of a part with whatever was typed there and not saved; empty where the version of the Stand is gone. */
    static Optional<PlainDrafts.Form> draft(Book book, Part part) {
        UUID stand = book.whole().stand().id();
        UUID node = Objects.requireNonNullElse(part.sectionId(), stand);
        String texts = stand + "/texte";
        return Optional.ofNullable(book.whole().stand().versionId())
                .map(version -> new PlainDrafts.Form(
                        new Sheet(texts + "/" + part.key(), version, node, part.version()),
                        null,
                        part.name(),
                        of(part.texts()).values(),
                        new PlainDrafts.Place("/ampel/staende", "stand.list.title", "/ampel/staende/" + texts)));
    }
}
