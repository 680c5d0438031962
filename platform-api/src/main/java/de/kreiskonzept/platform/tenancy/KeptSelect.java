package de.kreiskonzept.platform.tenancy;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * A SELECT of jOOQ whose text is written once. For pages that are opened all day: writing a long text anew for each request costs more
 * than PostgreSQL needs to answer it.
 */
public final class KeptSelect {
    private final DSLContext dsl;
    private final String text;
    private final List<Field<?>> fields;

    /**
     * Writes the text.
     *
     * @param select whose parameters all stand for what changes from one use to the next; what never changes is written into it
     */
    public KeptSelect(DSLContext dsl, Select<?> select) {
        this.dsl = dsl;
        this.text = dsl.render(select);
        this.fields = select.$select().stream()
                .<Field<?>>map(column -> (Field<?>) column)
                .toList();
    }

    /**
     * The query, to be run in the bound transaction.
     *
     * @param values of the parameters, in the order in which they stand in the text
     */
    public ResultQuery<Record> with(Object... values) {
        return dsl.resultQuery(text, values).coerce(fields);
    }
}
