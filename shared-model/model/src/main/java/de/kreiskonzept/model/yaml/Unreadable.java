package de.kreiskonzept.model.yaml;

import org.jspecify.annotations.Nullable;

/** A YAML text is not what it should be; says where and why. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String path;
    private final YamlFault fault;
    private final String detail;

    Unreadable(YamlPart place, YamlFault fault, String detail) {
        this(place.line(), place.path(), fault, detail, null);
    }

    Unreadable(int line, String path, YamlFault fault, String detail, @Nullable Throwable cause) {
        super(
                "line " + line + ", " + (path.isEmpty() ? "(root)" : path) + ": " + fault.words()
                        + (detail.isEmpty() ? "" : " (" + detail + ")"),
                cause);
        this.line = line;
        this.path = path;
        this.fault = fault;
        this.detail = detail;
    }

    /** Line of the text, from 1. */
    public int line() {
        return line;
    }

    /** Way to the part, such as {@code phases[0].questions[2].title}; empty for the whole text. */
    public String path() {
        return path;
    }

    /** What is wrong with it. */
    public YamlFault fault() {
        return fault;
    }

    /** The word that is wrong; may be empty. */
    public String detail() {
        return detail;
    }
}
