package de.kreiskonzept.platform.document.paper;

import java.text.Normalizer;

/** Which signs a file can hold. */
public final class Signs {
    private Signs() {}

    /**
     * The text in composed form (NFC) without what XML 1.0 has no place for: control characters other than tab and line ends,
     * surrogates without their other half, and the two signs that are none.
     */
    public static String printable(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (composed.codePoints().allMatch(Signs::isPrintable)) {
            return composed;
        }
        return composed.codePoints()
                .filter(Signs::isPrintable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPrintable(int sign) {
        boolean control = Character.isISOControl(sign) && sign != '\n' && sign != '\r' && sign != '\t';
        boolean surrogate = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
        return !control && !surrogate && sign != 0xFFFE && sign != 0xFFFF;
    }
}
