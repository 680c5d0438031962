package de.kreiskonzept.platform.home;

import de.kreiskonzept.foundation.web.Notice;
import de.kreiskonzept.foundation.web.Task;
import de.kreiskonzept.foundation.web.Texts;
import jakarta.inject.Singleton;

/** Puts what waits for somebody into words. */
@Singleton
final class TaskWords {
    private final Texts texts;

    TaskWords(Texts texts) {
        this.texts = texts;
    }

    /** A number of 0 is not shown. */
    Task task(String what, String href, int number) {
        return new Task(
                texts.text("home.open." + what),
                href,
                texts.text("home.openHint." + what),
                number == 0 ? "" : texts.text("home.openNumber." + what, number),
                number == 0 ? null : Notice.Kind.INFO);
    }
}
