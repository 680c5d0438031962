package de.kreiskonzept.model.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1.234,50 | 1234.50",
                "1234,5 | 1234.5",
                "1 234 567 | 1234567",
                "1.234 | 1234",
                "-3 | -3",
                "−3,25 | -3.25",
                "–7 | -7",
                "+4 | 4",
                "0,000001 | 0.000001",
                "999.999.999.999.999 | 999999999999999"
            })
    void readsWhatGermansWrite(String text, BigDecimal number) {
        assertThat(GermanNumber.find(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ",5",
                "1,",
                "12.5",
                "1.23",
                "1.2345",
                "1,234.5",
                "1.234 567",
                "12 %",
                "ca. 5",
                "1e3",
                "NaN",
                "٣",
                "1000000000000000",
                "1,1234567",
                "0x1F",
                "1..234"
            })
    void guessesAtNothingElse(String text) {
        assertThat(GermanNumber.find(text)).isEmpty();
    }

    @Test
    void printsAllDigits() {
        assertThat(GermanNumber.print(new BigDecimal("-1234567.50"))).isEqualTo("−1.234.567,50");
        assertThat(GermanNumber.print(BigDecimal.ZERO)).isEqualTo("0");
        assertThat(GermanNumber.print(new BigDecimal("1E+3"))).isEqualTo("1.000");
        assertThat(GermanNumber.print(new BigDecimal("-0.0"))).isEqualTo("0,0");
    }

    @Property
    void readsWhatItPrints(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") @Scale(6) BigDecimal number) {
        assertThat(GermanNumber.find(GermanNumber.print(number))).contains(number);
    }

    @Property
    void neverFailsAtAnyText(@ForAll String text) {
        GermanNumber.find(text)
                .ifPresent(number -> assertThat(GermanNumber.find(GermanNumber.print(number)))
                        .contains(number));
    }
}
