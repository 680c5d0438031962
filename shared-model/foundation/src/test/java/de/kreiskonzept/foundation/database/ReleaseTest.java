package de.kreiskonzept.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program of the release before works with the tables of this one (decision 033). */
class ReleaseTest {
    private static final Set<String> TABLE = Set.of(
            "table paper r of kk_owner",
            "column paper.id uuid not null",
            "column paper.state text not null",
            "constraint paper.paper_pkey PRIMARY KEY (id)",
            "constraint paper.paper_state_check CHECK (state <> '')",
            "index CREATE UNIQUE INDEX paper_pkey ON paper USING btree (id)",
            "index CREATE INDEX paper_state ON paper USING btree (state)",
            "right paper county SELECT");

    private static final Pattern WITHOUT_COLUMNS = Pattern.compile(
            "SELECT \\*|RETURNING \\*|INSERT INTO [^\\s(]+\\s+(VALUES|SELECT)|insertInto\\(\\w+\\)\\s*\\.(values|select)\\(");

    /** Put rows back as JSON has them: of an import that is taken back, and of the file of a county. */
    private static final Set<String> ROWS_AS_THEY_ARE = Set.of("TakenStore.java", "Tables.java");

    /** Lines that are stricter to the letter only, each with what the earlier program does with it. */
    private static final Set<String> HARMLESS = Set.of();

    @Test
    void theProgramOfTheReleaseBeforeFindsAllItUsesAndMeetsNoNewDemand() {
        var before = Release.previous();
        var now = Release.current();
        assertThat(new ShapeChange(before.workspace(), now.workspace()).breaking())
                .as("workspace: contract two releases after you expanded")
                .filteredOn(line -> !HARMLESS.contains(line))
                .isEmpty();
        assertThat(new ShapeChange(before.registry(), now.registry()).breaking())
                .as("registry: contract two releases after you expanded")
                .filteredOn(line -> !HARMLESS.contains(line))
                .isEmpty();
    }

    @Test
    void noStatementDependsOnColumnsThatItDoesNotName() throws IOException {
        var found = new TreeSet<String>();
        for (var module : List.of(".", "../../platform-api", "../../tenant-admin")) {
            try (var files = Files.walk(Path.of(module, "src/main/java"))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (WITHOUT_COLUMNS.matcher(Files.readString(file)).find()) {
                        found.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(found).isEqualTo(ROWS_AS_THEY_ARE);
    }

    @Test
    void aRememberedRowIsPutBackWithoutANewColumnThatMustBeFilled() {
        var table = Set.of("table concept_measure_cost r of kk_owner");
        var column = "column concept_measure_cost.note text not null default ''::text";
        assertThat(new ShapeChange(table, Set.of("table concept_measure_cost r of kk_owner", column)).breaking())
                .containsExactly(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "column paper.note text",
                "column paper.note text not null default ''::text",
                "constraint paper.paper_note_check CHECK (note <> '')",
                "constraint paper.paper_note_fkey FOREIGN KEY (note) REFERENCES other(id)",
                "index CREATE UNIQUE INDEX paper_note ON paper USING btree (note)",
                "index CREATE INDEX paper_id_state ON paper USING btree (id, state)",
                "table other r of kk_owner",
                "column other.id uuid not null",
                "constraint other.other_id_check CHECK (id IS NOT NULL)",
                "right paper county UPDATE"
            })
    void expandsWithThis(String line) {
        assertThat(new ShapeChange(TABLE, with(line)).breaking()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "column paper.note text not null",
                "constraint paper.paper_state_known CHECK (state = 'sent')",
                "constraint paper.paper_id_fkey FOREIGN KEY (id) REFERENCES other(id)",
                "index CREATE UNIQUE INDEX paper_state_once ON paper USING btree (state)",
                "policy paper.paper_read r t using true check",
                "trigger paper.paper_changed"
            })
    void demandsTooMuchWithThis(String line) {
        assertThat(new ShapeChange(TABLE, with(line)).breaking()).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table paper r of kk_owner",
                "column paper.state text not null",
                "constraint paper.paper_pkey PRIMARY KEY (id)",
                "index CREATE UNIQUE INDEX paper_pkey ON paper USING btree (id)",
                "right paper county SELECT"
            })
    void contractsWithoutThis(String line) {
        assertThat(new ShapeChange(TABLE, without(line)).breaking()).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constraint paper.paper_state_check CHECK (state <> '')",
                "index CREATE INDEX paper_state ON paper USING btree (state)"
            })
    void loosensWithoutThis(String line) {
        assertThat(new ShapeChange(TABLE, without(line)).breaking()).isEmpty();
    }

    private static Set<String> with(String line) {
        var lines = new TreeSet<>(TABLE);
        lines.add(line);
        return lines;
    }

    private static Set<String> without(String line) {
        var lines = new TreeSet<>(TABLE);
        lines.remove(line);
        return lines;
    }
}
