package org.capaccueil.reporting;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRDataset;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.repo.InputStreamResource;
import net.sf.jasperreports.repo.ReportResource;
import net.sf.jasperreports.repo.RepositoryService;
import net.sf.jasperreports.repo.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every design below {@code reports/}, compiled once. Compiling starts with the application, on its own thread, so that
 * starting does not wait for it; who asks for a design meanwhile does.
 *
 * <p>It is also the only place designs get other things from (a part, the shared styles, the colour profile): a location
 * that is not shipped with the application is refused here, whatever it is, before the library looks for it on disk or on
 * the network.
 */
@Component
class Designs implements RepositoryService {

    /** The colour profile every PDF carries: sRGB as the Java platform defines it. */
    static final String COLOUR_PROFILE = "shared/sRGB.icc";

    private static final Logger log = LoggerFactory.getLogger(Designs.class);
    private static final String ROOT = "reports/";

    private final ClassLoader loader = Designs.class.getClassLoader();
    private final JasperReportsContext context;
    private final CompletableFuture<Map<String, JasperReport>> compiled;

    Designs() {
        var own = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
        own.setExtensions(RepositoryService.class, List.of(this));
        this.context = own;
        this.compiled = new CompletableFuture<>();
        Thread compiler = new Thread(this::compileAll, "report-designs");
        compiler.setContextClassLoader(loader);
        compiler.setDaemon(true);
        compiler.start();
    }

    JasperReportsContext context() {
        return context;
    }

    /** Every compiled design by its path below {@code reports/}, without extension. */
    Map<String, JasperReport> compiled() {
        try {
            return compiled.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof PrintingFailed known ? known : failed;
        }
    }

    JasperReport compiled(String design) {
        JasperReport report = compiled().get(design);
        if (report == null) {
            throw new IllegalArgumentException("no report design " + ROOT + design + ".jrxml");
        }
        return report;
    }

    private void compileAll() {
        long start = System.nanoTime();
        try {
            Map<String, JasperReport> all = new TreeMap<>();
            for (var file :
                    new PathMatchingResourcePatternResolver(loader).getResources("classpath*:" + ROOT + "**/*.jrxml")) {
                String url = file.getURL().toString();
                String design = url.substring(url.lastIndexOf(ROOT) + ROOT.length(), url.length() - ".jrxml".length());
                try (InputStream source = file.getInputStream()) {
                    all.put(design, compile(design, source));
                }
            }
            log.info("{} report designs compiled in {} ms", all.size(), (System.nanoTime() - start) / 1_000_000);
            compiled.complete(Map.copyOf(all));
        } catch (IOException | RuntimeException | LinkageError failed) {
            log.error("report designs could not be compiled: no report can be printed", failed);
            compiled.completeExceptionally(failed);
        }
    }

    /**
     * Compiles one design. The classes its expressions may touch when it is filled are those jasperreports.properties
     * lists; a query or code of its own is refused here, since a report reads its record and nothing else.
     */
    JasperReport compile(String design, InputStream source) {
        try {
            JasperDesign read = JRXmlLoader.load(context, source);
            refuseQueriesAndCode(design, read.getMainDataset());
            read.getDatasetsList().forEach(dataset -> refuseQueriesAndCode(design, dataset));
            return JasperCompileManager.getInstance(context).compile(read);
        } catch (JRException cause) {
            throw new PrintingFailed(design, cause);
        }
    }

    private static void refuseQueriesAndCode(String design, JRDataset dataset) {
        if ((dataset.getQuery() != null && !dataset.getQuery().getText().isBlank())
                || dataset.getScriptletClass() != null
                || (dataset.getScriptlets() != null && dataset.getScriptlets().length > 0)) {
            throw new IllegalArgumentException(
                    "report design " + design + " has a query or a scriptlet: reports are fed by records only");
        }
    }

    @Override
    public <K extends Resource> K getResource(String location, Class<K> type) {
        if (type == ReportResource.class) {
            var resource = new ReportResource();
            resource.setReport(compiled(location));
            return type.cast(resource);
        }
        if (type == InputStreamResource.class) {
            var resource = new InputStreamResource();
            resource.setInputStream(open(location));
            return type.cast(resource);
        }
        throw new IllegalArgumentException("a design asks for " + location + " as " + type.getSimpleName());
    }

    private InputStream open(String location) {
        if (COLOUR_PROFILE.equals(location)) {
            return new ByteArrayInputStream(
                    ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        }
        InputStream shipped = location.contains("..") ? null : loader.getResourceAsStream(ROOT + location);
        if (shipped == null) {
            throw new UncheckedIOException(
                    new IOException("a design asks for " + location + ", which is not shipped below " + ROOT));
        }
        return shipped;
    }

    @Override
    public Resource getResource(String location) {
        return getResource(location, InputStreamResource.class);
    }

    @Override
    public void saveResource(String location, Resource resource) {
        throw new UnsupportedOperationException("reports write nothing");
    }
}
