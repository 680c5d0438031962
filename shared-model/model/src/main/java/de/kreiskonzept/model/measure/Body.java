package de.kreiskonzept.model.measure;

import de.kreiskonzept.model.concept.TextLimits;
import de.kreiskonzept.model.directory.Spelling;

/**
 * A body that a measure names.
 *
 * @param name as the concept writes it, not blank, without semicolons and line ends; which organisation it means says the directory
 */
public record Body(String name, BodyRole role) {
    /** @throws IllegalArgumentException if the name is blank, too long or holds a semicolon or line end */
    public Body {
        TextLimits.required(name, TextLimits.NAME, "name");
        if (name.indexOf(';') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("name: must not hold a semicolon or a line end");
        }
    }

    /** The name as it is compared; never empty in a {@link BodyList}. */
    public String words() {
        return Spelling.words(name);
    }
}
