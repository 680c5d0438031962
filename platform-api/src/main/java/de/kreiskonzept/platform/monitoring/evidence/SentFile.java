package de.kreiskonzept.platform.monitoring.evidence;

import de.kreiskonzept.foundation.web.FormErrors;
import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.monitoring.EvidenceKind;
import java.util.Optional;

/**
 * A file as somebody sends it, not yet checked.
 *
 * @param name maybe empty, maybe with the path of a computer
 * @param content empty where no file was chosen
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentFile(String name, byte[] content) {
    /** No file was chosen. */
    public static final SentFile NONE = new SentFile("", new byte[0]);

    private static final int LONGEST_NAME = 120;

    /** Whether no file was chosen. */
    public boolean isNone() {
        return content.length == 0;
    }

    /**
     * What is wrong with it, at the field {@code file}.
     *
     * @param before what is wrong with the rest of the form
     * @param there files that are there already
     */
    FormErrors errors(FormErrors before, int there, Texts texts) {
        if (isNone()) {
            return before;
        }
        if (content.length > EvidenceKind.LARGEST) {
            return before.with("file", texts.text("evidence.fault.large"));
        }
        if (there >= EvidenceKind.MOST) {
            return before.with("file", texts.text("evidence.fault.many", EvidenceKind.MOST));
        }
        return kind().isPresent() ? before : before.with("file", texts.text("evidence.fault.kind"));
    }

    /** What it is; empty where it is no image and no PDF file. */
    Optional<EvidenceKind> kind() {
        return EvidenceKind.find(content);
    }

    /** Its name without path and control characters, with the ending that fits its content. */
    String cleanName(EvidenceKind kind) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "").strip();
        int dot = clean.lastIndexOf('.');
        String stem = dot > 0 ? clean.substring(0, dot) : clean;
        String shown = stem.isEmpty() || stem.startsWith(".") ? "anhang" : stem;
        return shown.substring(0, Math.min(shown.length(), LONGEST_NAME)) + "." + kind.suffix();
    }
}
