package de.kreiskonzept.foundation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private final ClientAddress addresses = new ClientAddress();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "127.0.0.1   | none                     | 127.0.0.1",
                "127.0.0.1   | 203.0.113.7              | 203.0.113.7",
                "127.0.0.1   | 198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "::1         | 2001:db8::7              | 2001:db8::7",
                "10.1.2.3    | 203.0.113.7              | 203.0.113.7",
                "192.168.1.2 | 203.0.113.7              | 203.0.113.7",
                "198.51.100.9 | 203.0.113.7             | 198.51.100.9",
                "198.51.100.9 | 127.0.0.1               | 198.51.100.9",
                "2001:db8::9 | 203.0.113.7              | 2001:db8:0:0:0:0:0:9"
            })
    void believesOnlyWhatANeighbourHasSeenItself(String sender, String forwarded, String address) {
        var request = new From(sender);
        if (forwarded != null) {
            request.header("X-Forwarded-For", forwarded);
        }
        assertThat(addresses.resolve(request)).isEqualTo(address);
    }

    @Test
    void takesTheLastOfSeveralHeadersAndCutsWhatHasNoEnd() {
        var request = new From("127.0.0.1");
        request.header("X-Forwarded-For", "198.51.100.1");
        request.header("X-Forwarded-For", "203.0.113.7");
        assertThat(addresses.resolve(request)).isEqualTo("203.0.113.7");
        var endless = new From("127.0.0.1");
        endless.header("X-Forwarded-For", "7".repeat(5000));
        assertThat(addresses.resolve(endless)).hasSize(45);
        assertThat(addresses.resolve(null)).isNull();
    }

    /** A request whose sender the test chooses. */
    private static final class From extends SimpleHttpRequest<Object> {
        private final InetSocketAddress sender;

        From(String sender) {
            super(HttpMethod.POST, "/", null);
            this.sender = new InetSocketAddress(sender, 40_000);
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return sender;
        }
    }
}
