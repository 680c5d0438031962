package de.kreiskonzept.model.lineage;

import java.util.List;

/** What happened to parts between two versions; every part of both stands in exactly one change. */
public sealed interface Change {
    /** Parts of the old version, empty where all is new. */
    List<Part> before();

    /** Parts of the new version, empty where all is dropped. */
    List<Part> after();

    /** The same words under the same heading. */
    record Unchanged(Part old, Part now) implements Change {
        @Override
        public List<Part> before() {
            return List.of(old);
        }

        @Override
        public List<Part> after() {
            return List.of(now);
        }
    }

    /** One part in other words or under another heading. */
    record Renamed(Part old, Part now) implements Change {
        @Override
        public List<Part> before() {
            return List.of(old);
        }

        @Override
        public List<Part> after() {
            return List.of(now);
        }
    }

    /** Several parts became one. */
    record Merged(List<Part> before, Part now) implements Change {
        /** Copies the list. */
        public Merged {
            before = List.copyOf(before);
        }

        @Override
        public List<Part> after() {
            return List.of(now);
        }
    }

    /** One part became several. */
    record Split(Part old, List<Part> after) implements Change {
        /** Copies the list. */
        public Split {
            after = List.copyOf(after);
        }

        @Override
        public List<Part> before() {
            return List.of(old);
        }
    }

    /** Several parts became several others. */
    record Rearranged(List<Part> before, List<Part> after) implements Change {
        /** Copies the lists. */
        public Rearranged {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A part that does not live on. */
    record Dropped(Part old) implements Change {
        @Override
        public List<Part> before() {
            return List.of(old);
        }

        @Override
        public List<Part> after() {
            return List.of();
        }
    }

    /** A part without a predecessor. */
    record Added(Part now) implements Change {
        @Override
        public List<Part> before() {
            return List.of();
        }

        @Override
        public List<Part> after() {
            return List.of(now);
        }
    }
}
