package de.kreiskonzept.model.importing.table;

/**
 * A cell that is not empty or that has something to report.
 *
 * @param line of the cell in the {@link TableText}, from 1
 * @param column from 0
 * @param text without spaces at the ends, line ends are LF
 */
public record TableCell(int line, int column, String text, Note note) {
    /** What a reader of files noticed about a cell. */
    public enum Note {
        /** Nothing. */
        NONE(""),
        /** The value comes from a formula. */
        FORMULA("f"),
        /** A formula without a value. */
        FORMULA_WITHOUT_VALUE("n"),
        /** A fault such as #REF!. */
        FAULT("e"),
        /** The cell spans others. */
        MERGED("m");

        private final String sign;

        Note(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        static Note of(String sign) {
            for (Note note : values()) {
                if (note.sign.equals(sign)) {
                    return note;
                }
            }
            throw new IllegalArgumentException("no note has the sign " + sign);
        }
    }
}
