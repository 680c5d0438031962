package de.kreiskonzept.model.importing;

/**
 * One line without its markup.
 *
 * @param number from 1
 * @param text cleaned words, joined by single spaces; empty for a blank line
 * @param level of a Markdown heading, 0 for none
 * @param bullet whether a list sign stood before the text
 * @param bold whether the whole line was bold
 * @param entry title of an entry of a table of contents, empty where the line does not look like one
 */
record SourceLine(int number, String text, int level, boolean bullet, boolean bold, String entry) {
    private static final int LONG_WORD = 4;

    /** Stands before the first line and for a line that is not there. */
    static final SourceLine NONE = new SourceLine(0, "", 0, false, false, "");

    static SourceLine blank(int number) {
        return new SourceLine(number, "", 0, false, false, "");
    }

    boolean blank() {
        return text.isEmpty();
    }

    /** Whether the line is set apart as a heading by markup or capitals. */
    boolean emphasised() {
        return level > 0 || (!bullet && (bold || (Spelling.isCapitals(text) && hasLongWord())));
    }

    private boolean hasLongWord() {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < LONG_WORD; i++) {
            letters = Character.isLetter(text.charAt(i)) ? letters + 1 : 0;
        }
        return letters == LONG_WORD;
    }

    /** Whether no letter and no digit is in it, as in a drawn line. */
    boolean wordless() {
        return text.chars().noneMatch(Character::isLetterOrDigit);
    }

    SourceLine joined(SourceLine next) {
        return new SourceLine(number, text + " " + next.text, level, bullet, bold && next.bold, "");
    }
}
