package de.kreiskonzept.deploy.bench.tenant;

import de.kreiskonzept.deploy.bench.BenchOptions;
import de.kreiskonzept.deploy.bench.BenchSystem;
import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import de.kreiskonzept.deploy.bench.Goal;
import de.kreiskonzept.deploy.bench.OverHttp;
import de.kreiskonzept.deploy.bench.Rounds;
import de.kreiskonzept.deploy.bench.Side;
import de.kreiskonzept.deploy.bench.Side.Round;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How large connections become that serve all counties, and what it costs to renew them. */
final class Memory {
    private static final double MEGABYTES = 200;
    private static final double RATE = 0.9;
    private static final int NEVER = 1_000_000;
    private static final String LIMIT = "kreiskonzept.counties-per-connection";

    private final BenchSystem system;
    private final BenchOptions options;

    Memory(BenchSystem system, BenchOptions options) {
        this.system = system;
        this.options = options;
    }

    /** One platform as it is set usually, and one whose connections are never renewed. */
    void run() throws Exception {
        try (var usual = new Platform("usual", Map.of());
                var unbounded = new Platform("unbounded", Map.of(LIMIT, NEVER))) {
            var bounded = new ArrayList<Round>();
            var free = new ArrayList<Round>();
            double largest = 0;
            usual.readAll();
            unbounded.readAll();
            for (int round = 0; round < options.rounds(); round++) {
                bounded.add(usual.side.run(options.seconds()));
                free.add(unbounded.side.run(options.seconds()));
                largest = Math.max(largest, usual.megabytes());
            }
            Rounds.print("connections that are renewed", bounded);
            Rounds.print("connections that are not", free);
            System.out.printf(Locale.ROOT, "largest connection that is not renewed: %.0f MB%n", unbounded.megabytes());
            Goal.atMost("connection-megabytes", largest, MEGABYTES);
            Goal.atLeast("renewed-to-unbounded", Rounds.ratio(bounded, free), RATE);
        }
    }

    /** A platform more on the database, and its readers. */
    private final class Platform implements AutoCloseable {
        private final String name;
        private final ApplicationContext context;
        private final Side side;

        Platform(String name, Map<String, Object> limit) throws Exception {
            this.name = name;
            var settings = new HashMap<>(limit);
            settings.putAll(BenchSystem.settings(options.connections(), 0));
            settings.put(
                    "datasources.default.url",
                    system.url() + (system.url().contains("?") ? "&" : "?") + "ApplicationName=" + name);
            this.context = system.start("platform", "kk_platform", settings);
            int port = context.getBean(EmbeddedServer.class).start().getPort();
            this.side = Side.open(system, options.connections(), () -> new OverHttp(port, TenantBench.AMPEL, ""));
        }

        /** Serves every county, and long enough that Java has compiled what runs often. */
        void readAll() throws Exception {
            int port = context.getBean(EmbeddedServer.class).getPort();
            try (var reader = new OverHttp(port, TenantBench.AMPEL, "")) {
                for (BenchCounty county : system.counties()) {
                    reader.read(county);
                }
            }
            for (int round = 0; round < options.rounds(); round++) {
                side.run(options.seconds());
            }
        }

        /** Memory of the largest server process of this platform that no other process shares; 0 where nobody tells. */
        double megabytes() throws SQLException, IOException {
            double largest = 0;
            try (Connection admin = system.superuser();
                    var query = admin.prepareStatement("SELECT pid FROM pg_stat_activity WHERE application_name = ?")) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        largest = Math.max(largest, own(rows.getLong(1)));
                    }
                }
            }
            return largest;
        }

        private static double own(long process) throws IOException {
            Path status = Path.of("/proc", Long.toString(process), "status");
            if (!Files.exists(status)) {
                return 0;
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("RssAnon:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }

        @Override
        public void close() throws IOException, SQLException {
            side.close();
            context.close();
        }
    }
}
