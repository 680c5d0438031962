package de.kreiskonzept.platform.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the search finds. */
public enum HitKind {
    /** Handlungsfeld, Querschnittsthema or other section. */
    SECTION("abschnitt"),
    /** Goal of any kind. */
    GOAL("ziel"),
    /** Measure. */
    MEASURE("massnahme"),
    /** Text block. */
    TEXT("text"),
    /** Indicator of a goal or measure. */
    INDICATOR("indikator"),
    /** Zahlen, Daten, Fakten. */
    FIGURE("kennzahl");

    private final String path;

    HitKind(String path) {
        this.path = path;
    }

    /** The German word in the address of a page. */
    public String path() {
        return path;
    }

    /** The name in JSON, in keys of messages and in rows. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word in its addresses. */
    public static Optional<HitKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /** The kind with this name. */
    public static Optional<HitKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
