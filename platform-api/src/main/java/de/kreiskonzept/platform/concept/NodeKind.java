package de.kreiskonzept.platform.concept;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds of nodes in the tree of a concept. */
enum NodeKind {
    SECTION("abschnitte"),
    GOAL("ziele"),
    MEASURE("massnahmen"),
    TEXT("texte");

    private final String path;

    NodeKind(String path) {
        this.path = path;
    }

    /** The German word in the address of a page. */
    String path() {
        return path;
    }

    /** The name in keys of messages and in the audit trail. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NodeKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
