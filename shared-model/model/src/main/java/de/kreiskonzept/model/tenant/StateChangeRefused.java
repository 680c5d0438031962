package de.kreiskonzept.model.tenant;

/** A workspace may not go from its state to the wanted one. */
public final class StateChangeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TenantState from;
    private final TenantState to;

    StateChangeRefused(TenantState from, TenantState to) {
        super("A workspace that is " + from.text() + " cannot become " + to.text());
        this.from = from;
        this.to = to;
    }

    /** The state it is in. */
    public TenantState from() {
        return from;
    }

    /** The state it was to have. */
    public TenantState to() {
        return to;
    }
}
