package de.kreiskonzept.admin.signup;

import de.kreiskonzept.model.tenant.CountyCatalogue;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Gives the official list of counties to whoever needs it. */
@Factory
final class Catalogue {
    @Singleton
    CountyCatalogue catalogue() {
        return CountyCatalogue.load();
    }
}
