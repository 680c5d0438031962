package de.kreiskonzept.model.tenant;

import java.time.LocalDate;

/** What a county has said to the offer of taking its data along (GDPR art. 28 (3) g). */
public sealed interface ExportAnswer {
    /** Day of the answer. */
    LocalDate on();

    /**
     * The county has its data as a file.
     *
     * @param digest of all tables as the file says it, 64 hexadecimal digits
     */
    record Taken(LocalDate on, String digest) implements ExportAnswer {
        /** @throws IllegalArgumentException if the digest has another shape */
        public Taken {
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("Not a digest");
            }
        }
    }

    /** The county does not want its data. */
    record Declined(LocalDate on) implements ExportAnswer {}
}
