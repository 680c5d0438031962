package de.kreiskonzept.platform.concept.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two texts, word by word: what stays, what goes, what comes. */
public final class Wording {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private Wording() {}

    /** What became of some words. */
    public enum Fate {
        /** In both texts. */
        SAME,
        /** Only in the old text. */
        REMOVED,
        /** Only in the new text. */
        ADDED
    }

    /** Words that stand together, with the space after them. */
    public record Piece(Fate fate, String text) {}

    /** Pieces in their order; those that are not added make the old text, those that are not removed the new one. */
    public static List<Piece> compare(String before, String after) {
        var pieces = new ArrayList<Piece>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            boolean same = delta.getType() == DeltaType.EQUAL;
            add(pieces, same ? Fate.SAME : Fate.REMOVED, delta.getSource().getLines());
            if (!same) {
                add(pieces, Fate.ADDED, delta.getTarget().getLines());
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(fate, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }
}
