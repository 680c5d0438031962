package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;

/** One connection's work, done over and over by one thread. */
interface Work extends AutoCloseable {
    /**
     * Reads the Ampel of a county.
     *
     * @return size of the answer: bytes of the body, or rows
     */
    long read(BenchCounty county) throws Exception;
}
