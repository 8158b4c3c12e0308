package org.capaccueil.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import net.sf.jasperreports.components.charts.AbstractChartCustomizer;
import net.sf.jasperreports.components.charts.ChartComponent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SpiderWebPlot;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Makes the radar readable in print: rings at 25, 50, 75 and 100 points, the audit as a full line and the self-assessment
 * as a dashed one, so that neither colour nor a filled surface is needed to tell them apart. No ring stands for what
 * conforms: each theme's scale says that for itself. A design names this class; the library creates it.
 */
public final class RadarRings extends AbstractChartCustomizer {

    private static final List<Integer> RINGS = List.of(25, 50, 75, 100);
    private static final Color RING = new Color(0x9DB4B9);
    private static final Color AUDIT = new Color(0x0B4F5C);
    private static final Color SELF = new Color(0xA85A00);

    @Override
    public void customize(JFreeChart chart, ChartComponent component) {
        var plot = (SpiderWebPlot) chart.getPlot();
        CategoryDataset scores = plot.getDataset();
        var withRings = new DefaultCategoryDataset();
        RINGS.forEach(ring -> {
            for (Object theme : scores.getColumnKeys()) {
                withRings.addValue(ring, String.valueOf(ring), (Comparable<?>) theme);
            }
        });
        for (int series = 0; series < scores.getRowCount(); series++) {
            for (int theme = 0; theme < scores.getColumnCount(); theme++) {
                withRings.addValue(
                        scores.getValue(series, theme), scores.getRowKey(series), scores.getColumnKey(theme));
            }
        }
        plot.setDataset(withRings);
        plot.setOutlineVisible(false);
        for (int series = 0; series < withRings.getRowCount(); series++) {
            String name = withRings.getRowKey(series).toString();
            switch (name) {
                case "Audit" -> draw(plot, series, AUDIT, new BasicStroke(2f));
                case "Autoévaluation" -> draw(plot, series, SELF, dashed());
                default -> draw(plot, series, RING, new BasicStroke(0.5f));
            }
        }
    }

    private static Stroke dashed() {
        return new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);
    }

    private static void draw(SpiderWebPlot plot, int series, Color colour, Stroke stroke) {
        plot.setSeriesPaint(series, colour);
        plot.setSeriesOutlinePaint(series, colour);
        plot.setSeriesOutlineStroke(series, stroke);
    }
}
