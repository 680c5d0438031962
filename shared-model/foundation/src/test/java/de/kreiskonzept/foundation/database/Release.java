package de.kreiskonzept.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a release made of a workspace and of the registry: the lines of workspace-shape.sql and of the changelog, as its build wrote them
 * down. To keep a release, copy both files of {@code target/generated-resources} into a folder of its own.
 *
 * @param workspace lines of a workspace
 * @param registry lines of the registry
 */
public record Release(SortedSet<String> workspace, SortedSet<String> registry) {
    /** The release before this program; the one before that need not fit any more (decision 033). */
    public static final String PREVIOUS = "0.1.0-preview";

    /** The release before this program. */
    public static Release previous() {
        return new Release(kept("workspace"), kept("registry"));
    }

    /** What the build of this program makes. */
    static Release current() {
        return new Release(lines(SchemaResource.text("workspace.shape")), lines(SchemaResource.text("registry.shape")));
    }

    /** The script that makes a workspace of this release, with the rights of that time. */
    public WorkspaceScript script() {
        var changes = workspace.stream()
                .filter(line -> line.startsWith("changeset "))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> String.join("::", words[1], words[2], words[3]), words -> words[4]));
        var now = WorkspaceScript.current();
        return new WorkspaceScript(
                now.start(),
                known(now, changes),
                grants(),
                Sha256.hex(workspace.toString()).substring(0, 16));
    }

    private static List<WorkspaceScript.ChangeSet> known(WorkspaceScript script, Map<String, String> changes) {
        var known = script.changeSets().stream()
                .filter(change -> change.checksum().equals(changes.get(change.key())))
                .toList();
        if (known.size() < changes.size()) {
            throw new IllegalStateException("a changeset of the release is gone or was changed");
        }
        return known;
    }

    private String grants() {
        return workspace.stream()
                .filter(line -> line.startsWith("right ") && !line.startsWith("right schema "))
                .map(line -> line.split(" "))
                .map(words -> "GRANT %s ON %s TO {role};\n".formatted(words[3], words[1]))
                .collect(Collectors.joining());
    }

    private static SortedSet<String> kept(String what) {
        try (var file = Release.class.getResourceAsStream("/releases/" + PREVIOUS + "/" + what + ".shape")) {
            return lines(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedSet<String> lines(String text) {
        return text.lines().collect(Collectors.toCollection(TreeSet::new));
    }
}
