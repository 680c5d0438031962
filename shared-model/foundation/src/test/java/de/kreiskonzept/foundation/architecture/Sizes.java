package de.kreiskonzept.foundation.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sizes that good code keeps: lines of a file and of a method, parameters. */
public final class Sizes {
    private static final int MAIN_FILE = 300;
    private static final int TEST_FILE = 400;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 5;

    private final List<String> complaints = new ArrayList<>();

    private Sizes() {}

    /**
     * Returns one sentence for each file, or method outside the tests, of a module that is too large. Blank lines and comments do not count;
     * a record's components are not parameters, what a constructor is given is counted with the injected components; a handler's request does not
     * count.
     *
     * @param module folder with {@code src}
     */
    public static List<String> complaints(Path module) {
        var sizes = new Sizes();
        try {
            sizes.check(module.resolve("src/main/java"), MAIN_FILE);
            sizes.check(module.resolve("src/test/java"), TEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sizes.complaints;
    }

    private void check(Path folder, int mostLines) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> sources;
        try (var files = Files.walk(folder)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                checkFile(unit, mostLines);
                if (mostLines == MAIN_FILE) {
                    new Methods(unit, trees).scan(unit, null);
                }
            }
        }
    }

    private void checkFile(CompilationUnitTree unit, int most) throws IOException {
        var text = unit.getSourceFile().getCharContent(true).toString();
        var lines = codeLines(text);
        if (lines > most) {
            complaints.add("%s has %d lines of code".formatted(name(unit), lines));
        }
    }

    private static String name(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName()).getFileName().toString();
    }

    private static int codeLines(String text) {
        var lines = 0;
        var inComment = false;
        for (var line : text.split("\n")) {
            var code = line.strip();
            if (inComment) {
                inComment = !code.endsWith("*/");
            } else if (code.startsWith("/*")) {
                inComment = !code.endsWith("*/");
            } else if (!code.isEmpty() && !code.startsWith("//")) {
                lines++;
            }
        }
        return lines;
    }

    private final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final LineMap lines;

        Methods(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
            this.lines = unit.getLineMap();
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var name = name(unit) + "." + method.getName();
            if (!method.getName().contentEquals("<init>")
                    && method.getParameters().size() > PARAMETERS) {
                complaints.add("%s has %d parameters"
                        .formatted(name, method.getParameters().size()));
            }
            if (method.getBody() != null && lines(method.getBody()) > METHOD) {
                complaints.add("%s has %d lines".formatted(name, lines(method.getBody())));
            }
            return super.visitMethod(method, nothing);
        }

        private int lines(Tree body) {
            var positions = trees.getSourcePositions();
            var first = lines.getLineNumber(positions.getStartPosition(unit, body));
            var last = lines.getLineNumber(positions.getEndPosition(unit, body));
            return (int) (last - first - 1);
        }
    }
}
