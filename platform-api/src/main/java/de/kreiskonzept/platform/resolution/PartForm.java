package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.PaperPart;
import de.kreiskonzept.platform.concept.FieldChecks;
import de.kreiskonzept.platform.concept.together.PlainDrafts;
import de.kreiskonzept.platform.concept.writing.Sheet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A section of a paper as people type it.
 *
 * @param name its heading
 * @param text in Markdown
 */
public record PartForm(String name, String text) {
    static PartForm of(PaperPart part) {
        return new PartForm(part.heading(), part.text());
    }

    static PartForm of(Map<String, ?> fields) {
        return new PartForm(FieldChecks.field(fields, "name"), FieldChecks.field(fields, "text"));
    }

    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("text", text);
        return values;
    }

    /** What is wrong, in the order of the form. */
    public FormErrors errors(Texts texts) {
        FormErrors errors = name.isBlank()
                ? FormErrors.none().with("name", texts.text("resolution.fault.heading"))
                : FormErrors.none();
        return errors.withLimit("name", name, TextLimits.NAME, texts).withLimit("text", text, TextLimits.TEXT, texts);
    }

    /** The form of a section with whatever was typed there and not saved; empty for papers that come from no version. */
    static Optional<PlainDrafts.Form> draft(Whole whole, PaperPart part) {
        String paper = whole.paper().id().toString();
        return Optional.ofNullable(whole.paper().versionId())
                .map(version -> new PlainDrafts.Form(
                        new Sheet(paper + "/abschnitte/" + part.id(), version, part.id(), part.version()),
                        null,
                        part.heading(),
                        of(part).values(),
                        new PlainDrafts.Place("/vorlagen", "resolution.list.title", "/vorlagen/" + paper)));
    }
}
