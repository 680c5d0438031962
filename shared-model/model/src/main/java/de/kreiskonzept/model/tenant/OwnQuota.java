package de.kreiskonzept.model.tenant;

import org.jspecify.annotations.Nullable;

/**
 * What the provider has agreed with one county; null where it has what all have.
 *
 * @param requests see {@link Quota}
 * @param jobs see {@link Quota}
 * @param megabytes see {@link Quota}
 * @param accounts see {@link Quota}
 */
public record OwnQuota(
        @Nullable Integer requests,
        @Nullable Integer jobs,
        @Nullable Integer megabytes,
        @Nullable Integer accounts) {
    /** Nothing was agreed. */
    public static final OwnQuota NOTHING = new OwnQuota(null, null, null, null);

    /** @throws IllegalArgumentException for a number below 0 or above {@link Quota#MOST} */
    public OwnQuota {
        check(requests);
        check(jobs);
        check(megabytes);
        check(accounts);
    }

    private static void check(@Nullable Integer number) {
        if (number != null) {
            Quota.check(number);
        }
    }

    /** What holds for the county. */
    public Quota over(Quota usual) {
        return new Quota(
                requests == null ? usual.requests() : requests,
                jobs == null ? usual.jobs() : jobs,
                megabytes == null ? usual.megabytes() : megabytes,
                accounts == null ? usual.accounts() : accounts);
    }
}
