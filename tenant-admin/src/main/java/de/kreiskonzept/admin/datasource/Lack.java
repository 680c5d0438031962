package de.kreiskonzept.admin.datasource;

import java.util.Locale;

/** What keeps a database from holding workspaces. */
public enum Lack {
    /** It does not answer, or refuses the login. */
    CONNECTION,
    /** PostgreSQL is older than 16. */
    VERSION,
    /** The encoding is not UTF-8. */
    ENCODING,
    /** The console may not create schemas and roles, or not become their owner: setup.sql was not run. */
    ADMIN,
    /** The role of the platform is missing: setup.sql was not run. */
    PLATFORM,
    /** max_locks_per_transaction is below 256: a statement over a whole workspace takes a lock for each table. */
    LOCKS;

    /** Text in JSON: the name in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the German words. */
    public String wordKey() {
        return "datasource.lack." + text();
    }
}
