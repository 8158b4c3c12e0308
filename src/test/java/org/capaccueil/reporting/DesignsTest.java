package org.capaccueil.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPropertiesUtil;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.repo.InputStreamResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignsTest {

    private static final Designs DESIGNS = new Designs();

    @Test
    void everyDesignBelowReportsIsCompiledUnderItsPath() throws IOException {
        Path reports = Path.of("reports");
        try (var files = Files.walk(reports)) {
            var keys = files.filter(file -> file.toString().endsWith(".jrxml"))
                    .map(file -> reports.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".jrxml", ""))
                    .collect(Collectors.toSet());

            assertThat(keys).contains("label/label-report", "improvement/action-plan");
            assertThat(DESIGNS.compiled().keySet()).isEqualTo(keys);
        }
    }

    @Test
    void compilingHappensOnceSoEveryCallGetsTheSameReport() {
        assertThat(DESIGNS.compiled("label/label-report")).isSameAs(DESIGNS.compiled("label/label-report"));
    }

    @Test
    void anUnknownDesignIsNamedInTheRefusal() {
        assertThatThrownBy(() -> DESIGNS.compiled("label/nothing")).hasMessageContaining("label/nothing");
    }

    @Test
    void anExpressionThatTouchesTheSystemIsRefusedByTheClassFilter() {
        assertThatThrownBy(() -> fill(design("java.lang.Runtime.getRuntime().availableProcessors()", "")))
                .hasStackTraceContaining("java.lang.Runtime is not visible to reports");
        assertThatThrownBy(() -> fill(design("new java.io.File(\"/\").list().length", "")))
                .hasStackTraceContaining("java.io.File is not visible to reports");
    }

    @Test
    void anExpressionOnNumbersIsNotRefused() throws JRException {
        assertThat(fill(design("40 + 2", "")).getPages()).hasSize(1);
    }

    /** Another expression than above: the library keeps loaded classes by a name made from the design's content. */
    @Test
    void withoutTheClassFilterSuchAnExpressionWouldRun() throws JRException {
        var open = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        open.setProperty("net.sf.jasperreports.report.class.filter.enabled", "false");
        var report = JasperCompileManager.getInstance(open)
                .compile(design("java.lang.Runtime.getRuntime().maxMemory()", ""));

        assertThat(JasperFillManager.getInstance(open)
                        .fill(report, new HashMap<>(), new JREmptyDataSource())
                        .getPages())
                .hasSize(1);
    }

    @Test
    void aDesignWithAQueryIsRefused() {
        assertThatThrownBy(() -> DESIGNS.compile(
                        "bad/query",
                        design("1", "<query language=\"sql\"><![CDATA[select $P!{x} from trail]]></query>")))
                .hasMessageContaining("bad/query")
                .hasMessageContaining("query");
    }

    @Test
    void aDesignWithAScriptletIsRefused() {
        String withScriptlet =
                text(design("1", "")).replace("name=\"probe\"", "name=\"probe\" scriptletClass=\"java.lang.Object\"");

        assertThatThrownBy(() -> DESIGNS.compile(
                        "bad/scriptlet", new ByteArrayInputStream(withScriptlet.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("scriptlet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x.png",
                "file:///etc/hostname",
                "/etc/hostname",
                "../application.properties",
                "shared/../../application.properties"
            })
    void nothingIsReadFromOutsideTheShippedReports(String location) {
        assertThatThrownBy(() -> DESIGNS.getResource(location, InputStreamResource.class))
                .hasMessageContaining(location);
    }

    @Test
    void theColourProfileIsAnSRgbOne() throws IOException {
        byte[] profile = DESIGNS.getResource(Designs.COLOUR_PROFILE, InputStreamResource.class)
                .getInputStream()
                .readAllBytes();

        assertThat(new String(profile, StandardCharsets.ISO_8859_1)).contains("acsp", "RGB ");
    }

    @Test
    void theLibraryRunsWithItsGuardsUp() {
        var properties = JRPropertiesUtil.getInstance(DESIGNS.context());

        assertThat(properties.getBooleanProperty("net.sf.jasperreports.report.class.filter.enabled"))
                .isTrue();
        assertThat(properties.getBooleanProperty("net.sf.jasperreports.repository.url.filter.enabled"))
                .isTrue();
        assertThat(properties.getBooleanProperty("net.sf.jasperreports.default.file.repository.enabled"))
                .isFalse();
        assertThat(properties.getBooleanProperty("net.sf.jasperreports.deserialization.class.filter.enabled"))
                .isTrue();
    }

    private static JasperPrint fill(InputStream design) throws JRException {
        return JasperFillManager.getInstance(DESIGNS.context())
                .fill(DESIGNS.compile("probe", design), new HashMap<>(), new JREmptyDataSource());
    }

    private static String text(InputStream design) {
        try {
            return new String(design.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream design(String expression, String query) {
        return new ByteArrayInputStream(
                """
                <jasperReport name="probe" pageWidth="595" pageHeight="842" columnWidth="515" leftMargin="40" \
                rightMargin="40" topMargin="50" bottomMargin="50">
                %s
                <detail><band height="20"><element kind="textField" x="0" y="0" width="500" height="20" \
                fontName="DejaVu Sans"><expression><![CDATA[%s]]></expression></element></band></detail>
                </jasperReport>
                """
                        .formatted(query, expression)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
