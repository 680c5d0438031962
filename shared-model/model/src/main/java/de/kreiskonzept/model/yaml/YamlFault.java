package de.kreiskonzept.model.yaml;

import java.util.Locale;

/** Why a part of a YAML text is refused. */
public enum YamlFault {
    /** It is no YAML. */
    SYNTAX("is no YAML"),
    /** A mapping of names to values is expected. */
    NOT_A_MAPPING("must be a mapping"),
    /** A list is expected. */
    NOT_A_LIST("must be a list"),
    /** A text is expected. */
    NOT_A_TEXT("must be a text"),
    /** A whole number is expected. */
    NOT_A_NUMBER("must be a whole number"),
    /** A field with this name means nothing here. */
    UNKNOWN_FIELD("unknown field"),
    /** A field stands twice, or a key is used twice. */
    TWICE("stands twice"),
    /** Something that must be there is missing or empty. */
    MISSING("is missing"),
    /** A value that is none of the possible ones. */
    UNKNOWN_VALUE("unknown value"),
    /** A name that refers to nothing in this text. */
    UNKNOWN_REFERENCE("refers to nothing"),
    /** What is referred to is of another kind. */
    WRONG_KIND("refers to something of another kind"),
    /** What is referred to leads back here. */
    CIRCULAR("leads back to itself"),
    /** A text, list or number goes beyond its limit. */
    TOO_MUCH("goes beyond the limit");

    private final String words;

    YamlFault(String words) {
        this.words = words;
    }

    /** The fault as part of an English sentence. */
    String words() {
        return words;
    }

    /** Key of the German sentence in the message files. */
    public String wordKey() {
        return "web.yaml." + name().toLowerCase(Locale.ROOT);
    }
}
