package de.kreiskonzept.platform.participation.draft;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.participation.Contribution;
import de.kreiskonzept.model.participation.ContributionKind;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Arrays;
import java.util.Map;

/**
 * What somebody says to a draft, still as text.
 *
 * @param place id of a part; empty for the draft as a whole
 * @param author only for networks
 * @param trap a field that no person sees; programs that fill in everything give themselves away
 */
public record ContributionForm(String place, String kind, String text, String author, boolean named, String trap) {
    /** An empty form for a part. */
    static ContributionForm begin(String place) {
        return new ContributionForm(place, ContributionKind.COMMENT.text(), "", "", false, "");
    }

    static ContributionForm of(Map<String, ?> fields) {
        return new ContributionForm(
                FieldChecks.field(fields, "place"),
                FieldChecks.field(fields, "kind"),
                FieldChecks.field(fields, "text"),
                FieldChecks.field(fields, "author"),
                FieldChecks.field(fields, "named").equals("ja"),
                FieldChecks.field(fields, "website"));
    }

    /** What is wrong, in the order of the form. */
    FormErrors errors(Texts texts) {
        FormErrors errors = FormErrors.none();
        if (Arrays.stream(ContributionKind.values()).noneMatch(one -> one.text().equals(kind))) {
            errors = errors.with("kind", texts.text("commenting.fault.kind"));
        }
        if (text.isBlank()) {
            errors = errors.with("text", texts.text("commenting.fault.text"));
        }
        errors = errors.withLimit("text", text, Contribution.LONGEST, texts);
        return errors.withLimit("author", author, TextLimits.NAME, texts);
    }

    /** What it is; {@link #errors} is empty. */
    ContributionKind kindOf() {
        return ContributionKind.of(kind);
    }
}
