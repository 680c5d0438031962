package de.kreiskonzept.admin.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it has to be.
 *
 * @param tenantId whose workspace it is; null where nobody has it
 * @param owner name of the county; the name of schema or role where nobody has it
 * @param schema name of the schema or role
 * @param details names of the catalogue and of changesets, nothing of the content; for what is missing with a minus in front, for what
 *     is too much with a plus
 */
public record Finding(Kind kind, @Nullable UUID tenantId, String owner, String schema, List<String> details) {

    /** What can be wrong. */
    public enum Kind {
        /** The registry names a schema that is not there: a matter for the backup. */
        SCHEMA_MISSING(false),
        /** The role is not there, or the platform cannot take it as it has to. */
        ROLE(true),
        /** The role may do more or less than the list of grants says. */
        RIGHTS(true),
        /** Tables, columns, indexes, constraints, policies or owner differ. */
        SHAPE(false),
        /** The registry says it is current, and changesets are missing: they are run. */
        BEHIND(true),
        /** Changesets were run that this program does not know. */
        UNKNOWN_CHANGES(false),
        /** Of an earlier version, as the registry knows: a matter for the migration. */
        OUTDATED(false),
        /** Its server does not answer, or the settings do not name it. */
        UNREACHABLE(false),
        /** A schema of a workspace that no tenant has. */
        ORPHAN_SCHEMA(false),
        /** A role of a workspace that no tenant has. */
        ORPHAN_ROLE(false);

        private final boolean repairable;

        Kind(boolean repairable) {
            this.repairable = repairable;
        }

        /** Whether repairing it can lose nothing. */
        public boolean repairable() {
            return repairable;
        }

        /** Text in JSON: the name in lower case with '-'. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String text) {
            return Arrays.stream(values())
                    .filter(value -> value.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown finding: " + text));
        }

        /** Key of the German words. */
        public String wordKey() {
            return "doctor.kind." + text();
        }
    }

    /** Keeps a copy of the list. */
    public Finding {
        details = List.copyOf(details);
    }
}
