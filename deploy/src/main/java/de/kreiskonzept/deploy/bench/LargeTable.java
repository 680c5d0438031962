package de.kreiskonzept.deploy.bench;

/** The part of {@link DocumentBench} that runs in a process with little memory. */
public final class LargeTable {
    private LargeTable() {}

    /** Reads the large file and prints its figures. */
    public static void main(String[] arguments) throws Exception {
        DocumentBench.large();
    }
}
