package de.kreiskonzept.foundation.database;

import java.sql.SQLException;
import java.util.Optional;

/** What PostgreSQL says of an error in five characters (PostgreSQL, appendix A), however deep it lies in a failure. */
public final class SqlState {
    private SqlState() {}

    /** The first one in the chain of causes; empty where no database was the cause, or it could not be reached. */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && error.getSQLState() != null) {
                return Optional.of(error.getSQLState());
            }
        }
        return Optional.empty();
    }
}
