package de.kreiskonzept.admin.transfer;

import de.kreiskonzept.admin.registry.Place;
import de.kreiskonzept.admin.transfer.IncomingProgress.Claim;
import de.kreiskonzept.admin.transfer.IncomingProgress.Overtaken;
import de.kreiskonzept.foundation.audit.Actor;
import de.kreiskonzept.foundation.database.Ids;
import de.kreiskonzept.foundation.web.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes exported files by page and REST: keeps one that is whole in the data folder, says what it holds, and makes a workspace of it in
 * the background as soon as somebody wants that. What is refused or given up leaves no file.
 */
@Singleton
public final class IncomingFiles {
    /** A server that is away comes back; a file at which each attempt dies is given up. */
    static final int MOST_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(IncomingFiles.class);

    private final Import imports;
    private final Filling filling;
    private final IncomingProgress progress;
    private final IncomingFolder folder;
    private final Clock clock;

    IncomingFiles(Import imports, Filling filling, IncomingProgress progress, IncomingFolder folder, Clock clock) {
        this.imports = imports;
        this.filling = filling;
        this.progress = progress;
        this.folder = folder;
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
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            var received = note.apply(IncomingFile.of(id, filling.examine(path), Files.size(path), sender, now));
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

    /** A part of the files that came within the last day, or are being worked at; the one that came last first. */
    public List<IncomingFile> list(long offset, int size) {
        return progress.list(offset, size);
    }

    /** Number of all of them. */
    public long count() {
        return progress.count();
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
    void work() {
        for (var file : progress.filling()) {
            if (folder.has(file.id())) {
                attempt(file);
            }
        }
    }

    /** What fails for another reason than the file is tried again when the lease has run out. */
    private void attempt(IncomingFile file) {
        var claim = new Claim(file.id(), "import " + UUID.randomUUID());
        var number = progress.claim(claim.id(), claim.holder());
        if (number.isEmpty()) {
            return;
        }
        try {
            if (number.getAsInt() > MOST_ATTEMPTS) {
                progress.failed(claim, ImportFailure.GAVE_UP.refusal());
            } else {
                fill(file, claim);
            }
            folder.remove(file.id());
        } catch (Overtaken e) {
            LOG.info("The import {} is done elsewhere", file.id());
        } catch (SQLException | IOException | RuntimeException e) {
            LOG.error("The import {} waits for its next attempt", file.id(), e);
        }
    }

    private void fill(IncomingFile file, Claim claim) throws IOException, SQLException {
        try {
            var tenant = imports.read(folder.path(file.id()), file.ags(), file.sender(), new Noting(progress, claim));
            LOG.info("The import {} has become tenant {}", file.id(), tenant.id());
        } catch (Refusal refused) {
            progress.failed(claim, refused);
        }
    }

    /** Notes how far an import is, under its lease; the end with the county itself. */
    private record Noting(IncomingProgress progress, Claim claim) implements Filling.Watcher {
        @Override
        public void begun(Place place) {
            progress.begun(claim, place.schema());
        }

        @Override
        public void filled(long rows) {
            progress.fill(claim, rows);
        }

        @Override
        public void entered(UUID tenant) {
            progress.done(claim, tenant);
        }
    }

    /** Removes what nobody has taken over within a day, and gives up what no console has any more. */
    void clean() throws IOException {
        for (var id : progress.over()) {
            if (progress.forget(id)) {
                folder.remove(id);
            }
        }
        folder.removeStrangers(progress.known());
        for (var file : progress.filling()) {
            if (!folder.has(file.id())) {
                progress.lost(file.id());
            }
        }
    }
}
