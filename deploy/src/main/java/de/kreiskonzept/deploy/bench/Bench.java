package de.kreiskonzept.deploy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Runs the benchmark that its first argument names; prints figures and ends. */
public final class Bench {
    private static final String USAGE = """
            deploy/bench report|committees|tenants [--counties N] [--connections N] [--rounds N] [--seconds N]
            deploy/bench documents""";

    private Bench() {}

    /** Ends with status 2 where the arguments are wrong; a goal that is not met is no error. */
    public static void main(String[] arguments) throws Exception {
        boolean documents = arguments.length == 1 && arguments[0].equals("documents");
        BenchOptions options;
        try {
            options = documents ? BenchOptions.SMALLEST : BenchOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        if (documents) {
            DocumentBench.run();
        }
        Path folder = Files.createTempDirectory("kreiskonzept-bench");
        try (BenchSystem system = BenchSystem.start(folder, options)) {
            if (documents) {
                new PaperBench(system).run();
                new ImportBench(system).run();
            } else if (arguments.length > 0 && arguments[0].equals("committees")) {
                new CommitteeBench(system, options).run();
            } else if (arguments.length > 0 && arguments[0].equals("tenants")) {
                new TenantBench(system, options).run();
            } else {
                new ReportBench(system, options).run();
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
