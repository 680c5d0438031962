package de.kreiskonzept.platform.concept;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of nodes in the tree of a concept. */
public enum NodeKind {
    /** Handlungsfeld, Querschnittsthema or other section. */
    SECTION("abschnitte"),
    /** Goal of any kind. */
    GOAL("ziele"),
    /** Measure. */
    MEASURE("massnahmen"),
    /** Text block. */
    TEXT("texte");

    private final String path;

    NodeKind(String path) {
        this.path = path;
    }

    /** The German word in the address of a page. */
    public String path() {
        return path;
    }

    /** The name in keys of messages and in the audit trail. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word in its addresses. */
    public static Optional<NodeKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
