package de.kreiskonzept.model.topic;

import java.util.Optional;

/** What a county has said about a name of its own: nothing yet, that it means a topic, or that it is to stay without one. */
public sealed interface TopicChoice {
    /** Nobody has decided. */
    record Open() implements TopicChoice {}

    /** Deliberately without a topic. */
    record Unmapped() implements TopicChoice {}

    /**
     * Means a topic.
     *
     * @param key of the topic
     */
    record Mapped(String key) implements TopicChoice {}

    /** Text of {@link Unmapped} in forms; no topic has this key. */
    String NONE = "none";

    /** Text in forms: the key of the topic, none, or nothing where it is open. */
    default String text() {
        return switch (this) {
            case Open _ -> "";
            case Unmapped _ -> NONE;
            case Mapped mapped -> mapped.key();
        };
    }

    /** Text in the database. */
    default String state() {
        return switch (this) {
            case Open _ -> "open";
            case Unmapped _ -> "unmapped";
            case Mapped _ -> "mapped";
        };
    }

    /** The choice with this {@link #text()}; empty where the catalogue has no such topic. */
    static Optional<TopicChoice> find(String text, TopicCatalogue catalogue) {
        return switch (text) {
            case "" -> Optional.of(new Open());
            case NONE -> Optional.of(new Unmapped());
            default -> catalogue.find(text).map(topic -> new Mapped(topic.key()));
        };
    }
}
