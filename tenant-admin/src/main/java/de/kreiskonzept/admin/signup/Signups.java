package de.kreiskonzept.admin.signup;

import de.kreiskonzept.foundation.web.Refusal;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the requests of counties. */
@Singleton
@Transactional(readOnly = true)
public class Signups {
    private final SignupStore store;

    Signups(SignupStore store) {
        this.store = store;
    }

    /**
     * The request with this id.
     *
     * @throws Refusal 404 when there is none
     */
    public Signup get(UUID id) {
        return store.find(id).orElseThrow(Refusal::notFound);
    }

    /** The request that a tenant came from. */
    public Optional<Signup> findByTenant(UUID tenantId) {
        return store.findByTenant(tenantId);
    }

    /** A part of the requests, the latest first; of all states when state is null. */
    public List<Signup> list(@Nullable SignupState state, long offset, int size) {
        return store.list(state, offset, size);
    }

    /** Number of requests in this state; of all when state is null. */
    public long count(@Nullable SignupState state) {
        return store.count(state);
    }
}
