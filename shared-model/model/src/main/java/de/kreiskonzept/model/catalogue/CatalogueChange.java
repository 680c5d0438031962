package de.kreiskonzept.model.catalogue;

import java.util.Locale;

/**
 * One thing that differs between two versions of the catalogue.
 *
 * @param name of it in the newer version, in the older one where it is gone
 * @param before its former name where it was renamed; else empty
 */
public record CatalogueChange(Part part, Kind kind, String name, String before) {

    /** What of the catalogue differs. */
    public enum Part {
        /** A field or theme that counties have in common. */
        TOPIC,
        /** A question of the guided start. */
        QUESTION,
        /** What is asked within a question. */
        FIELD,
        /** A process to begin with. */
        TEMPLATE;

        /** Text for programs: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word. */
        public String wordKey() {
            return "catalogue.part." + text();
        }
    }

    /** How it differs. */
    public enum Kind {
        /** The older version has it not. */
        ADDED,
        /** It has another name. */
        RENAMED,
        /** Its name is the same, and something else of it is not. */
        CHANGED,
        /** The newer version has it not; a county that uses it keeps it. */
        REMOVED;

        /** Text for programs: the name in lower case. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of the German word. */
        public String wordKey() {
            return "catalogue.kind." + text();
        }
    }
}
