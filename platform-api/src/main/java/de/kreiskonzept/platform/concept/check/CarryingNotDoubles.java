package de.kreiskonzept.platform.concept.check;

import de.kreiskonzept.platform.concept.version.Revised;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What a person said to be no double is none in the revision either, as long as both keep their words. */
@Singleton
class CarryingNotDoubles implements ApplicationEventListener<Revised> {
    private final NotDoubleStore store;

    CarryingNotDoubles(NotDoubleStore store) {
        this.store = store;
    }

    @Override
    public void onApplicationEvent(Revised revised) {
        for (NotDouble said : store.list(revised.base())) {
            UUID node = revised.parts().get(said.node());
            UUID first = revised.parts().get(said.first());
            if (node != null && first != null) {
                store.put(
                        revised.draft(),
                        new NotDouble(node, first, said.words(), said.saidAt(), said.accountId(), said.accountName()));
            }
        }
    }
}
