package de.kreiskonzept.model.tenant;

/**
 * How much of an installation one county may use. Zero stands for no limit.
 *
 * @param requests requests a minute, counted by each replica for itself
 * @param jobs large pieces of work at the same time: files that are printed, texts that are brought in
 * @param megabytes space for files that people upload
 * @param accounts people who may sign in, invited ones too
 */
public record Quota(int requests, int jobs, int megabytes, int accounts) {
    /** Largest number of each kind; more is as good as no limit. */
    public static final int MOST = 1_000_000;

    /** Nothing is limited. */
    public static final Quota NONE = new Quota(0, 0, 0, 0);

    private static final long MEGABYTE = 1L << 20;

    /** @throws IllegalArgumentException for a number below 0 or above {@link #MOST} */
    public Quota {
        check(requests);
        check(jobs);
        check(megabytes);
        check(accounts);
    }

    static void check(int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("Not a limit of a quota: " + number);
        }
    }

    /** Whether there may be so many accounts. */
    public boolean allowsAccounts(long number) {
        return accounts == 0 || number <= accounts;
    }

    /** Whether files may take so many bytes together. */
    public boolean allowsBytes(long bytes) {
        return megabytes == 0 || bytes <= megabytes * MEGABYTE;
    }
}
