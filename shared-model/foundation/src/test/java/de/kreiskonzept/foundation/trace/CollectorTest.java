package de.kreiskonzept.foundation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CollectorTest {
    @Test
    void sendsWhatHasEndedBeforeItCloses() throws Exception {
        try (var collector = CollectorUnderTest.start()) {
            var way = new Collector();
            try (var provider = way.provider(collector.url(), "a service")) {
                way.tracer(provider)
                        .spanBuilder("GET /")
                        .startSpan()
                        .setAttribute("http.route", "/")
                        .end();
            }

            assertThat(collector.awaitSpan("http.route", "/").getName()).isEqualTo("GET /");
        }
    }
}
