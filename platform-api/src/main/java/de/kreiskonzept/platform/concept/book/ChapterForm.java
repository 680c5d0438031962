package de.kreiskonzept.platform.concept.book;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.platform.concept.FieldChecks;
import java.util.Map;

/** What people enter for a chapter. */
public record ChapterForm(String title, boolean leftOut) {
    static final ChapterForm EMPTY = new ChapterForm("", false);

    static ChapterForm of(Map<String, ?> fields) {
        return new ChapterForm(
                FieldChecks.field(fields, "title"),
                FieldChecks.field(fields, "leftOut").equals("true"));
    }

    FormErrors check(Texts texts) {
        return FieldChecks.required(FormErrors.none(), "title", title, TextLimits.NAME, texts);
    }
}
