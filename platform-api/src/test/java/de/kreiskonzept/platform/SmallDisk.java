package de.kreiskonzept.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own, made small so that a test can fill it. Needs the right to mount one. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts one of 96 MB on an empty folder; the test is skipped where it may not. */
    static SmallDisk on(Path folder) throws IOException, InterruptedException {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=96m,mode=700", "tmpfs", folder.toString()),
                "no right to mount a small file system: not tested here");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Fills it up to the last byte. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(filler())) {
            var some = new byte[MEGABYTE / 16];
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(folder).getUsableSpace()).isLessThan(MEGABYTE);
        }
    }

    /** Takes away what fills it. */
    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }
}
