package de.kreiskonzept.platform.tenancy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Opens a transaction that is bound to no county and calls into one that should be. */
@Singleton
class PlainTransaction {
    private final Canary canary;

    PlainTransaction(Canary canary) {
        this.canary = canary;
    }

    @Transactional
    void around() {
        canary.read();
    }
}
