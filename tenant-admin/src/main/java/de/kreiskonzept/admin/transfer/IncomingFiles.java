package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.foundation.web.Texts;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes exported files by page and REST: keeps one that is whole in the data folder, says what it holds, and makes a workspace of it in
 * the background as soon as somebody wants that. What is refused or given up leaves no file.
 */
@Singleton
public final class IncomingFiles {
    private final Import imports;
    private final Filling filling;
    private final IncomingProgress progress;
    private final IncomingFolder folder;
    private final Texts texts;
    private final Clock clock;

    IncomingFiles(
            Import imports,
            Filling filling,
            IncomingProgress progress,
            IncomingFolder folder,
            Texts texts,
            Clock clock) {
        this.imports = imports;
        this.filling = filling;
        this.progress = progress;
        this.folder = folder;
        this.texts = texts;
        this.clock = clock;
    }

    /** The largest file in megabytes. */
    public long largest() {
        return folder.megabytes();
    }

    /**
     * Takes a file, without making anything of it.
     *
     * @param in is read to its end
     * @throws Refusal 413 where it is too large, 422 where it is incomplete, changed, from a newer program or grows beyond measure
     */
    public IncomingFile receive(InputStream in, Actor sender) throws IOException {
        return keep(in, sender, progress::received);
    }

    /**
     * Takes a file, and begins to make a workspace of it.
     *
     * @param ags of the county that the content is for; null or empty for the one that the file names
     * @throws Refusal as {@link #receive} and {@link #begin}; nothing is kept then
     */
    public IncomingFile take(InputStream in, @Nullable String ags, Actor sender) throws IOException {
        return keep(in, sender, file -> progress.begun(file, free(ags, file)));
    }

    private IncomingFile keep(InputStream in, Actor sender, UnaryOperator<IncomingFile> note) throws IOException {
        var id = Ids.create(clock);
        var kept = false;
        try {
            var path = folder.keep(id, in);
            var received = note.apply(IncomingFile.of(id, filling.examine(path), Files.size(path), sender));
            kept = true;
            return received;
        } finally {
            if (!kept) {
                folder.remove(id);
            }
        }
    }

    /**
     * The file and how far it is.
     *
     * @throws Refusal 404 where there is none
     */
    public IncomingFile get(UUID id) {
        return progress.get(id);
    }

    /**
     * Begins to make a workspace of a file.
     *
     * @param ags of the county that the content is for; null or empty for the one that the file names
     * @throws Refusal 404, 409 where the county has a workspace or the file is taken over already, 422 where there is no such county
     */
    public IncomingFile begin(UUID id, @Nullable String ags, Actor actor) {
        return progress.begin(id, free(ags, progress.get(id)), actor);
    }

    private String free(@Nullable String ags, IncomingFile file) {
        var chosen = ags == null || ags.isBlank() ? file.content().ags() : ags.strip();
        imports.checkFree(chosen);
        return chosen;
    }

    /**
     * Throws a file away.
     *
     * @throws Refusal 404, 409 while a workspace is made of it
     */
    public void discard(UUID id, Actor actor) throws IOException {
        progress.discard(id, actor);
        folder.remove(id);
    }

    /** Makes workspaces of the files that stand here; one that cannot be taken over says why, and the others go on. */
    void work() throws IOException, SQLException {
        for (var file : progress.filling()) {
            if (folder.has(file.id())) {
                fill(file);
            }
        }
    }

    private void fill(IncomingFile file) throws IOException, SQLException {
        var holder = "import " + UUID.randomUUID();
        if (!progress.claim(file.id(), holder)) {
            return;
        }
        try {
            var path = folder.path(file.id());
            var tenant = imports.read(path, file.ags(), file.sender(), rows -> progress.fill(file.id(), rows, holder));
            progress.done(file.id(), tenant.id(), holder);
        } catch (Refusal refused) {
            progress.failed(file.id(), refused.sentence(texts), holder);
        }
        folder.remove(file.id());
    }

    /** Removes what nobody has taken over within a day. */
    void clean() throws IOException {
        for (var id : progress.forget()) {
            folder.remove(id);
        }
        folder.removeStrangers(progress.filling().stream().map(IncomingFile::id).toList());
    }
}
