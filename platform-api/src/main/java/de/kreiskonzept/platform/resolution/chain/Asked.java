package de.kreiskonzept.platform.resolution.chain;

import de.kreiskonzept.foundation.web.Refusal;
import de.kreiskonzept.platform.resolution.ResolutionLinks;
import de.kreiskonzept.platform.resolution.Turn;
import de.kreiskonzept.platform.resolution.Whole;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page about a committee's turn was asked for.
 *
 * @param turn null where a new one is to be added
 */
record Asked(
        HttpRequest<?> request,
        String county,
        Whole whole,
        @Nullable Turn turn) {
    /**
     * A page about a turn that is there.
     *
     * @throws Refusal 404 where this paper has no such turn
     */
    static Asked of(HttpRequest<?> request, String county, Whole whole, UUID turn) {
        return new Asked(request, county, whole, whole.turn(turn));
    }

    /** The turn, on pages that are about one. */
    Turn found() {
        if (turn == null) {
            throw Refusal.notFound();
        }
        return turn;
    }

    /** Address of the paper. */
    String paper() {
        return ResolutionLinks.paper(county, whole.paper().id());
    }
}
