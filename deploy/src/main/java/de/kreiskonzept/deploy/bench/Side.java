package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Platform or floor: connections that stay open for the whole run, each used by one thread. */
public final class Side implements AutoCloseable {
    private final BenchSystem system;
    private final List<Work> works;
    private final ExecutorService threads;

    private Side(BenchSystem system, List<Work> works) {
        this.system = system;
        this.works = works;
        this.threads = Executors.newFixedThreadPool(works.size());
    }

    /**
     * What one measurement gave.
     *
     * @param answers all threads together
     * @param wall how long it took
     * @param java processor time of this process: the client and, over HTTP, the platform
     * @param server processor time of PostgreSQL
     */
    public record Round(long answers, Duration wall, Duration java, Duration server) {
        /** Answers a second. */
        public double rate() {
            return answers * 1e9 / wall.toNanos();
        }

        /** Processor time of this process for one answer. */
        double millisOfJava() {
            return java.toNanos() / 1e6 / answers;
        }

        /** Processor time of PostgreSQL for one answer. */
        double millisOfServer() {
            return server.toNanos() / 1e6 / answers;
        }
    }

    /** Opens the connections; the caller closes them with the side. */
    public static Side open(BenchSystem system, int connections, Callable<Work> connection) throws Exception {
        var works = new ArrayList<Work>();
        for (int i = 0; i < connections; i++) {
            works.add(connection.call());
        }
        return new Side(system, works);
    }

    /** Reads of random counties on all connections for so many seconds. */
    public Round run(int seconds) throws Exception {
        return run(seconds, system.counties());
    }

    /** Reads of random counties of this list on all connections for so many seconds. */
    public Round run(int seconds, List<BenchCounty> counties) throws Exception {
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        Duration java = system.timeOfJava();
        Duration server = system.timeOfServer();
        long answers = 0;
        List<Callable<Long>> tasks = works.stream()
                .<Callable<Long>>map(work -> () -> readUntil(end, work, counties))
                .toList();
        for (Future<Long> thread : threads.invokeAll(tasks)) {
            answers += thread.get();
        }
        return new Round(
                answers,
                Duration.ofNanos(System.nanoTime() - begin),
                system.timeOfJava().minus(java),
                system.timeOfServer().minus(server));
    }

    private static Long readUntil(long end, Work work, List<BenchCounty> counties) throws Exception {
        long answers = 0;
        while (System.nanoTime() < end) {
            BenchCounty county = counties.get(ThreadLocalRandom.current().nextInt(counties.size()));
            if (work.read(county) <= 0) {
                throw new IllegalStateException("an empty answer for " + county.slug());
            }
            answers++;
        }
        return answers;
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdown();
        for (Work work : works) {
            work.close();
        }
    }
}
