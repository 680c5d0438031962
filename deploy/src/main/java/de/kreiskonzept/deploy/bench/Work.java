package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import java.io.IOException;
import java.sql.SQLException;

/** One connection's work, done over and over by one thread. */
public interface Work extends AutoCloseable {
    /**
     * Reads of a county what this work is about.
     *
     * @return size of the answer: bytes of the body, or rows
     */
    long read(BenchCounty county) throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
