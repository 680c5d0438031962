package de.kreiskonzept.foundation.audit;

/** What reading a whole chain has shown. */
public sealed interface Verification {

    /**
     * Every entry is as it was written and none is missing.
     *
     * @param entries number of entries
     */
    record Intact(long entries) implements Verification {}

    /**
     * An entry was changed, removed or put in.
     *
     * @param position of the first place that does not fit, from 1
     */
    record Broken(long position) implements Verification {}
}
