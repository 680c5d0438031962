package de.kreiskonzept.model.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    @Test
    void aCountyGoesWhereMostRoomIsAndNotWhereFewestAre() {
        var small = new Occupancy("small", 1, 4);
        var large = new Occupancy("large", 6, 10);
        assertThat(Occupancy.roomiest(List.of(small, large))).contains(large);
        assertThat(Occupancy.roomiest(List.of(large, small))).contains(large);
    }

    @Test
    void theFirstOneIsTakenWhereSeveralHaveAsMuchRoom() {
        var one = new Occupancy("one", 0, 3);
        var two = new Occupancy("two", 7, 10);
        assertThat(Occupancy.roomiest(List.of(one, two))).contains(one);
    }

    @Test
    void nobodyIsPutWhereEverythingIsFullOrMoreThanFull() {
        var full = new Occupancy("full", 3, 3);
        var overfull = new Occupancy("overfull", 9, 3);
        assertThat(overfull.free()).isZero();
        assertThat(Occupancy.roomiest(List.of(full, overfull))).isEmpty();
        assertThat(Occupancy.roomiest(List.of())).isEmpty();
    }

    @Test
    void thereIsNoNumberBelowZero() {
        assertThatThrownBy(() -> new Occupancy("a", -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Occupancy("a", 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
