package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.database.Sha256;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an exported file says of itself.
 *
 * @param format version of the file format, {@value #FORMAT}
 * @param exportedAt ISO-8601
 * @param ags of the county
 * @param county its name
 * @param schemaVersion version of its tables
 * @param changesets checksums of the changes that its tables went through, by file, name and author
 * @param tables in the order of their names
 * @param digest of all tables; two exports of the same content have the same
 */
@Serdeable
public record Manifest(
        int format,
        String exportedAt,
        String ags,
        String county,
        String schemaVersion,
        Map<String, String> changesets,
        List<TablePart> tables,
        String digest) {
    /** Version of the file format that this program writes and reads. */
    public static final int FORMAT = 1;

    /** Entry of the file that holds it. */
    static final String ENTRY = "manifest.json";

    /**
     * The rows of a table, one JSON object a line, in the order of the primary key.
     *
     * @param sha256 of the lines, 64 hexadecimal digits
     */
    @Serdeable
    public record TablePart(String name, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".jsonl";
        }
    }

    /** Keeps copies of map and list. */
    public Manifest {
        changesets = Map.copyOf(changesets);
        tables = List.copyOf(tables);
    }

    /** The digest that tables have to have. */
    static String digestOf(List<TablePart> tables) {
        return Sha256.hex(tables.stream()
                .map(part -> part.name() + " " + part.rows() + " " + part.sha256() + "\n")
                .collect(Collectors.joining()));
    }

    /** Number of all rows. */
    public long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }
}
