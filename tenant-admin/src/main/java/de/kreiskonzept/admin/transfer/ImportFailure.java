package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.datasource.Placement;
import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;

/** Why no workspace comes of an exported file. */
enum ImportFailure {
    /** It becomes too large when it is unpacked. */
    BEYOND_MEASURE("transfer.beyondMeasure"),
    /** The catalogue has no such county. */
    COUNTY("transfer.county"),
    /** It is cut off, changed, or written by nobody's export. */
    DAMAGED("transfer.damaged"),
    /** What stands in the tables is not what the file says of itself. */
    DIFFERENT("transfer.different"),
    /** No data source has room. */
    FULL("datasource.full"),
    /** Each attempt has died. */
    GAVE_UP("transfer.gaveUp"),
    /** No console has the file any more. */
    LOST("transfer.lost"),
    /** Its rows break a rule that came after it. */
    NEW_RULE("transfer.newRule"),
    /** It is from a later program. */
    NEWER("transfer.newer"),
    /** It is no archive. */
    NO_ZIP("transfer.noZip"),
    /** The county has a workspace or an open request. */
    TAKEN("transfer.taken"),
    /** Its schema was given up because nothing had happened to it for too long. */
    TOO_LATE("transfer.tooLate");

    private final String key;

    ImportFailure(String key) {
        this.key = key;
    }

    /** Key of the German sentence, by which the trail names it. */
    String key() {
        return key;
    }

    /**
     * The answer to whoever has sent the file: 409 where it is a matter of the county or of the data source, else 422.
     *
     * @param args for the places of the sentence
     */
    Refusal refusal(Object... args) {
        return switch (this) {
            case FULL -> Placement.full();
            case TAKEN -> new Refusal(HttpStatus.CONFLICT, "county-taken", key, args);
            case TOO_LATE -> new Refusal(HttpStatus.CONFLICT, "import", key, args);
            case BEYOND_MEASURE, COUNTY, DAMAGED, DIFFERENT, GAVE_UP, LOST, NEW_RULE, NEWER, NO_ZIP ->
                new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "import", key, args);
        };
    }

    /**
     * The failure that a refusal tells of.
     *
     * @throws IllegalArgumentException where it tells of none
     */
    static ImportFailure of(Refusal refusal) {
        return Arrays.stream(values())
                .filter(failure -> failure.key.equals(refusal.key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No import fails by " + refusal.key()));
    }
}
