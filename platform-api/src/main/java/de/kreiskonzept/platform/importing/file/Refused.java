package de.kreiskonzept.platform.importing.file;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;

/** Why a file is refused; each has one German sentence that says what to do. */
enum Refused {
    NOT_TEXT("not-text", "importing.refused.binary"),
    NOT_WHAT_IT_SAYS("not-this-format", "importing.refused.format"),
    DAMAGED("damaged", "importing.refused.damaged"),
    PROTECTED("protected", "importing.refused.protected"),
    OLD_FORMAT("old-format", "importing.refused.old"),
    MACROS("macros", "importing.refused.macros"),
    UNPACKS_TOO_LARGE("unpacks-too-large", "importing.refused.unpacked"),
    ENTITIES("unsafe-xml", "importing.refused.entities"),
    EMPTY("text-empty", "importing.refused.emptyTable"),
    ROWS("too-many-rows", "importing.refused.rows"),
    COLUMNS("too-many-columns", "importing.refused.columns"),
    PAGES("too-many-pages", "importing.refused.pages"),
    NO_TEXT_LAYER("no-text-layer", "importing.refused.noText");

    private final String slug;
    private final String sentence;

    Refused(String slug, String sentence) {
        this.slug = slug;
        this.sentence = sentence;
    }

    /** @param args for the places of the sentence */
    Refusal because(Object... args) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, slug, sentence, args);
    }
}
