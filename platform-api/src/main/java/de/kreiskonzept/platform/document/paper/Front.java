package de.kreiskonzept.platform.document.paper;

import java.util.List;

/**
 * What a paper says about itself: on its first page, at the edges of the others and in the properties of the file.
 *
 * @param issuer whose paper it is, such as Landkreis Konstanz
 * @param edition which one it is, in a few words for the edge of each page
 * @param facts the same in full, in order
 * @param notice what must not be overlooked, maybe empty
 */
public record Front(String issuer, String title, String edition, List<Fact> facts, String notice) {
    /** Takes out what no file can hold. */
    public Front {
        issuer = Signs.printable(issuer);
        title = Signs.printable(title);
        edition = Signs.printable(edition);
    }

    /** One thing about the paper. */
    public record Fact(String name, String value) {
        /** Takes out what no file can hold. */
        public Fact {
            value = Signs.printable(value);
        }
    }
}
