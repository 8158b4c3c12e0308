package org.capaccueil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.capaccueil.organisation.PersonView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The installed Chromium, one for all tests of the JVM. Register it as a static field, open {@link #desk} or
 * {@link #phone} contexts (one a person: each has its own cookies), and every page is watched: a script error, a
 * violation of the content security policy or a missing stylesheet, script, font or picture fails the test that saw it.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Browser.class);
    private static final Set<String> ASSETS = Set.of("script", "stylesheet", "image", "font");

    /** A loaded machine takes its time; what does not come at all still fails the test. */
    private static final double PATIENCE = 30_000;

    /** Drawing the longest pages whole, without a graphics card, is the slowest thing asked of the browser. */
    private static final double DRAWING = 120_000;

    private static final Path HEADLESS = Path.of("/usr/bin/chromium-headless-shell");

    /**
     * No colour depends on the width ({@code StyleGuideIT} looks at every one on both); comparing them takes longer than all
     * other rules together.
     */
    private static final List<String> SAME_ON_A_PHONE = List.of("color-contrast");

    private static final String AXE = AxeBuilder.getAxeScript();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private @Nullable Chromium chromium;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser)
            implements ExtensionContext.Store.CloseableResource {

        static Chromium start() {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    // the browser is the machine's own (.ci/run installs it), never a download
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of(executable()))
                                    .setArgs(List.of(
                                            // continuous integration runs as root
                                            "--no-sandbox",
                                            "--disable-gpu",
                                            "--disable-quic",
                                            "--no-first-run",
                                            "--disable-background-networking",
                                            "--disable-component-update",
                                            "--disable-sync"))));
        }

        private static String executable() {
            String property = System.getProperty("chromium");
            if (property != null) {
                return property;
            }
            String environment = System.getenv("CHROMIUM");
            if (environment != null) {
                return environment;
            }
            // the same browser without its windows, a tenth cheaper; Debian packs it apart
            return Files.exists(HEADLESS) ? HEADLESS.toString() : "/usr/bin/chromium";
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(BrowserContext::close);
        open.clear();
        List<String> seen = List.copyOf(complaints);
        complaints.clear();
        assertThat(seen).as("what the browser complained about").isEmpty();
    }

    /** A page 1280 pixels wide, for somebody nobody else shares cookies with. */
    public Page desk(String baseUrl) {
        return person(baseUrl, 1280, 900);
    }

    /** A page 390 pixels wide. */
    public Page phone(String baseUrl) {
        return person(baseUrl, 390, 844);
    }

    /** The narrowest width pages are made for is 320 pixels. */
    public Page person(String baseUrl, int width, int height) {
        return page(options(baseUrl, width, height));
    }

    private static NewContextOptions options(String baseUrl, int width, int height) {
        return new NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setScreenSize(new ScreenSize(width, height))
                .setViewportSize(width, height);
    }

    private Page page(NewContextOptions options) {
        assert chromium != null;
        BrowserContext context = chromium.browser().newContext(options);
        context.addInitScript("document.addEventListener('securitypolicyviolation', v => console.error("
                + "'CSP ' + v.effectiveDirective + ' ' + v.blockedURI + ' ' + v.sourceFile + ':' + v.lineNumber))");
        open.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        watch(page);
        return page;
    }

    /** A page 1280 pixels wide of a local account, signed in. */
    public Page signedIn(int port, PersonView person) {
        return signedIn(desk(local(port)), person);
    }

    /** The same in a browser that runs no script of ours. */
    public Page withoutScripts(int port, PersonView person) {
        return signedIn(page(options(local(port), 1280, 900).setJavaScriptEnabled(false)), person);
    }

    /** A page 390 pixels wide of nobody in particular, that runs no script of ours. */
    public Page phoneWithoutScripts(String baseUrl) {
        return page(options(baseUrl, 390, 844).setJavaScriptEnabled(false));
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Signs a local account in on a page that is there already. */
    public static Page signedIn(Page page, PersonView person) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(Objects.requireNonNull(person.email()));
        page.locator("input[name=password]").fill("accueil");
        page.locator("form:has(input[name=password]) button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private void watch(Page page) {
        page.onConsoleMessage(message -> {
            // Chromium's own line about a refused request; which refusals are right is the test's business.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + " console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400 && ASSETS.contains(response.request().resourceType())) {
                complaints.add(page.url() + " is missing " + response.url() + " (" + response.status() + ")");
            }
        });
    }

    /** What the browser complained about so far; reading it settles it, for a test that provokes a complaint. */
    public List<String> takeComplaints() {
        List<String> seen = List.copyOf(complaints);
        complaints.clear();
        return seen;
    }

    /** No violation of any WCAG 2.1 A and AA rule, nor of axe's best practices. */
    public static void axe(Page page) {
        axe(page, List.of());
    }

    /** The same where the page has been looked at on a desk before. */
    public static void axeOnAPhone(Page page) {
        axe(page, SAME_ON_A_PHONE);
    }

    private static void axe(Page page, List<String> without) {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            // half a second: once a page, not once a width
            page.evaluate(AXE);
        }
        Object violations = page.evaluate(
                """
                async without => {
                  const off = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
                  const { violations } = await axe.run(document,
                      { resultTypes: ['violations'], preload: false, iframes: false, rules: off });
                  return violations.map(rule => `${rule.id} (${rule.help}): `
                      + rule.nodes.map(node => node.html.slice(0, 300)).join(' | '));
                }
                """,
                without);
        assertThat((List<?>) violations).as("accessibility of %s", page.url()).isEmpty();
    }

    /** The page with all its details open, on a desk and on a phone: accessible and as wide as the window on both. */
    public static void look(Page page, String name) {
        atRest(page);
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        screenshot(page, name + "-1280");
        axe(page);
        page.setViewportSize(390, 844);
        screenshot(page, name + "-390");
        axeOnAPhone(page);
        fitsTheWindow(page);
        page.setViewportSize(1280, 900);
    }

    /** Loaded, with nothing on its way to the page or half drawn; half a second cheaper than a silent network. */
    static void atRest(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        page.waitForFunction(
                "() => !document.querySelector('.htmx-request, .htmx-settling, [data-drawn]:not([data-ready])')");
    }

    /** Nothing sticks out sideways: the page is not wider than the window. */
    public static void fitsTheWindow(Page page) {
        Object wider = page.evaluate(
                """
                () => document.documentElement.scrollWidth <= window.innerWidth ? ''
                  : [...document.querySelectorAll('body *')]
                      .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1
                        && !e.closest('.table-scroll, .live-canvas, .visually-hidden, dialog'))
                      .slice(0, 5).map(e => e.outerHTML.slice(0, 160)).join('\\n') || 'unknown'
                """);
        assertThat(wider).as("wider than the window at %s", page.url()).isEqualTo("");
    }

    /**
     * A picture of the whole page in {@code target/screenshots}, where somebody asked for pictures to look at:
     * {@code -Dscreenshots=true}. They show nothing to a test, and drawing them is a third of what a look takes.
     */
    public static void screenshot(Page page, String name) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        Path file = SCREENSHOTS.resolve(name + ".png");
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(
                new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(DRAWING));
    }
}
