package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.tenant.TenantBench;
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
        String name = arguments.length == 0 ? "report" : arguments[0];
        BenchOptions options;
        try {
            options = name.equals("documents") && arguments.length == 1
                    ? BenchOptions.SMALLEST
                    : BenchOptions.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        if (name.equals("documents")) {
            DocumentBench.run();
        }
        Path folder = Files.createTempDirectory("kreiskonzept-bench");
        try (BenchSystem system = BenchSystem.start(folder, options)) {
            run(name, system, options);
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void run(String name, BenchSystem system, BenchOptions options) throws Exception {
        if (name.equals("tenants")) {
            // It measures with few of them first.
            new TenantBench(system, options).run();
            return;
        }
        system.fill(options.counties());
        switch (name) {
            case "documents" -> {
                new PaperBench(system).run();
                new ImportBench(system).run();
            }
            case "committees" -> new CommitteeBench(system, options).run();
            default -> new ReportBench(system, options).run();
        }
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
