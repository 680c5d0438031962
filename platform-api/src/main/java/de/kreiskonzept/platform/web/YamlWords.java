package de.kreiskonzept.platform.web;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.yaml.Unreadable;

/** Says in German what is wrong with a YAML text that somebody wrote. */
public final class YamlWords {
    private YamlWords() {}

    /** Line, reason and the word that is wrong, as one sentence. */
    public static String sentence(Unreadable fault, Texts texts) {
        String detail = fault.detail().isEmpty() ? fault.path() : fault.detail();
        return texts.text(
                "web.yaml.sentence",
                String.valueOf(fault.line()),
                texts.text(fault.fault().wordKey()),
                detail);
    }
}
