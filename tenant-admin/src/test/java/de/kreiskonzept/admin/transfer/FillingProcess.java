package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.ConsoleUnderTest;
import de.kreiskonzept.foundation.database.DataSources;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that fills a schema with a file and does not give it away, to be killed by a test. Arguments: URL of the database,
 * the file, which of the two sentences to say.
 */
public final class FillingProcess {
    static final String BEGUN = "the file is whole";
    static final String FILLED = "ready to be given away";

    private FillingProcess() {}

    /** Writes one sentence for the test to read: before anything is made, or after everything is. */
    public static void main(String[] args) throws Exception {
        var console = ApplicationContext.run(ConsoleUnderTest.settings(args[0]), "console", "local", "test");
        console.getBean(Filling.class)
                .fill(
                        Path.of(args[1]),
                        DataSources.DEFAULT,
                        rows -> {},
                        manifest -> say(BEGUN, args[2]),
                        (name, manifest) -> {
                            say(FILLED, args[2]);
                            return waitForDeath();
                        });
    }

    private static int waitForDeath() {
        try {
            return System.in.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String sentence, String wanted) {
        if (sentence.equals(wanted)) {
            System.out.println(sentence);
            System.out.flush();
        }
    }
}
