package de.kreiskonzept.platform.resolution;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.resolution.CouncilPaper;
import de.kreiskonzept.model.resolution.PaperKind;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter for a paper, still as text.
 *
 * @param source what it is made from: "version:" or "stand:" with an id; empty for nothing
 * @param title empty for the one that follows from the source
 */
public record PaperForm(String kind, String source, String title, String number) {
    private static final String VERSION = "version:";
    private static final String STAND = "stand:";

    static PaperForm empty() {
        return new PaperForm(PaperKind.DECISION.text(), "", "", "");
    }

    static PaperForm of(CouncilPaper paper) {
        return new PaperForm(paper.kind().text(), "", paper.title(), paper.number());
    }

    static PaperForm of(Map<String, ?> fields) {
        return new PaperForm(
                FieldChecks.field(fields, "kind"),
                FieldChecks.field(fields, "source"),
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "number"));
    }

    /** What a paper made from a version is made from. */
    public static String version(UUID id) {
        return VERSION + id;
    }

    /** What a paper made from a Stand is made from. */
    public static String stand(UUID id) {
        return STAND + id;
    }

    /** What is wrong with a new paper, in the order of the form. */
    public FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (PaperKind.find(kind).isEmpty()) {
            errors = errors.with("kind", texts.text("resolution.fault.kind"));
        }
        if (!source.isEmpty() && versionId() == null && standId() == null) {
            errors = errors.with("source", texts.text("resolution.fault.source"));
        }
        if (source.isEmpty() && title.isBlank()) {
            errors = errors.with("title", texts.text("resolution.fault.title"));
        }
        return rest(errors, texts);
    }

    /** What is wrong with title and number of a paper that is there. */
    public FormErrors nameErrors(Texts texts) {
        FormErrors errors = title.isBlank()
                ? FormErrors.none().with("title", texts.text("resolution.fault.title"))
                : FormErrors.none();
        return rest(errors, texts);
    }

    private FormErrors rest(FormErrors before, Texts texts) {
        return before.withLimit("title", title, TextLimits.NAME, texts)
                .withLimit("number", number, CouncilPaper.NUMBER, texts);
    }

    @Nullable
    UUID versionId() {
        return id(VERSION);
    }

    @Nullable
    UUID standId() {
        return id(STAND);
    }

    private @Nullable UUID id(String kindOfSource) {
        try {
            return source.startsWith(kindOfSource) ? UUID.fromString(source.substring(kindOfSource.length())) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
