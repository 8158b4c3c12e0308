package org.capaccueil.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignField;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSourceTest {

    record Row(
            String name,
            BigDecimal score,
            @Nullable Inner inner,
            List<Inner> list,
            List<String> words,
            Channel channel,
            Instant at,
            boolean open) {}

    record Inner(LocalDate day) {}

    private static final Row ROW = new Row(
            "Éloïse Bœuf-Müller",
            new BigDecimal("1234.5"),
            new Inner(LocalDate.of(2027, 3, 1)),
            List.of(new Inner(LocalDate.of(2027, 3, 12)), new Inner(LocalDate.of(2027, 12, 31))),
            List.of("photo", "relevé"),
            Channel.OUTREACH,
            Instant.parse("2027-08-31T12:02:00Z"),
            true);

    @Test
    void valuesReadAsFrenchWhereTheDesignWantsText() {
        assertThat(read(ROW, "name", String.class)).isEqualTo("Éloïse Bœuf-Müller");
        assertThat(read(ROW, "score", String.class)).isEqualTo("1\u00a0234,5");
        assertThat(read(ROW, "inner.day", String.class)).isEqualTo("1er mars 2027");
        assertThat(read(ROW, "at", String.class)).isEqualTo("31 août 2027 à 14 h 02");
        assertThat(read(ROW, "channel.title", String.class)).isEqualTo("Hors les murs");
        assertThat(read(ROW, "words", String.class)).isEqualTo("– photo\n– relevé");
        assertThat(read(ROW, "open", String.class)).isEqualTo("oui");
        assertThat(read(ROW, "list.size", Integer.class)).isEqualTo(2);
    }

    @Test
    void numbersStayNumbersWhereTheDesignWantsThem() {
        assertThat(read(ROW, "score", BigDecimal.class)).isEqualTo(new BigDecimal("1234.5"));
    }

    @Test
    void whatIsAbsentIsAnEmptyTextOrNoNumber() {
        Row absent = new Row("x", BigDecimal.ONE, null, List.of(), List.of(), Channel.MAIL, Instant.EPOCH, false);

        assertThat(read(absent, "inner.day", String.class)).isEqualTo("");
        assertThat(read(absent, "inner.day", BigDecimal.class)).isNull();
        assertThat(read(absent, "words", String.class)).isEqualTo("");
    }

    @Test
    void aNestedListIsASourceOfItsOwn() throws JRException {
        var list = (JRDataSource) read(ROW, "list", JRDataSource.class);

        assertThat(list.next()).isTrue();
        assertThat(list.getFieldValue(field("day", String.class))).isEqualTo("12 mars 2027");
        assertThat(list.next()).isTrue();
        assertThat(list.getFieldValue(field("day", String.class))).isEqualTo("31 décembre 2027");
        assertThat(list.next()).isFalse();
    }

    @Test
    void theRowItselfIsASourceOfOneRow() throws JRException {
        var self = (JRDataSource) read(ROW, "_THIS", JRDataSource.class);

        assertThat(self.next()).isTrue();
        assertThat(self.getFieldValue(field("name", String.class))).isEqualTo("Éloïse Bœuf-Müller");
        assertThat(self.next()).isFalse();
    }

    @Test
    void aMisspeltFieldIsRefusedRatherThanPrintedEmpty() {
        assertThatThrownBy(() -> read(ROW, "nam", String.class))
                .hasMessageContaining("nam()")
                .hasMessageContaining("Row");
        assertThatThrownBy(() -> read(ROW, "name", BigDecimal.class)).hasMessageContaining("the design wants");
        assertThatThrownBy(() -> read(ROW, "inner", String.class)).hasMessageContaining("no French text");
    }

    private static @Nullable Object read(Row row, String path, Class<?> wanted) {
        RecordSource source = RecordSource.of(row);
        source.next();
        return source.getFieldValue(field(path, wanted));
    }

    private static JRDesignField field(String path, Class<?> wanted) {
        var field = new JRDesignField();
        field.setName("f");
        field.setDescription(path);
        field.setValueClass(wanted);
        return field;
    }
}
