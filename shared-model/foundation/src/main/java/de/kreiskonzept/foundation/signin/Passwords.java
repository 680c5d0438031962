package de.kreiskonzept.foundation.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with argon2id at the parameters that the OWASP Password Storage Cheat Sheet names as its minimum
 * (19 MiB, two passes, one lane). Rules of length follow NIST SP 800-63B: no rule about kinds of characters.
 */
@Singleton
public final class Passwords {
    /** Fewest characters of a password. */
    public static final int MIN_LENGTH = 12;

    /** Most characters of a password. */
    public static final int MAX_LENGTH = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 8;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore memory = new Semaphore(AT_ONCE, true);
    private final String hashOfNobody = hash("a password that opens no account");

    /** Says whether a text may become a password: 12 to 200 characters, no NUL. */
    public static boolean isAllowed(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= MIN_LENGTH && length <= MAX_LENGTH && password.indexOf('\0') < 0;
    }

    /** Returns the hash to store, with its salt and parameters, in PHC string format. */
    public String hash(String password) {
        return limited(() ->
                Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /**
     * Says whether the password belongs to the hash. Without a hash (unknown account, invitation still open) it takes
     * the same time and says no.
     */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > MAX_LENGTH * 2) {
            return false;
        }
        var known = hash == null ? hashOfNobody : hash;
        var same = limited(() -> Password.check(password, known).with(argon2));
        return same && hash != null;
    }

    /** A crowd of sign-ins waits in a queue instead of filling the memory. */
    private <T> T limited(java.util.function.Supplier<T> work) {
        memory.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }
}
