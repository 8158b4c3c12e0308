package org.capaccueil.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signs in at the identity provider step by step, so that a test can meddle between the steps. */
public final class SignIn {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String application;

    public SignIn(String application) {
        this.application = application;
    }

    /** Signs in, or is led wherever else signing in ends. */
    public static SignIn as(String application, String user, String password) throws Exception {
        SignIn person = new SignIn(application);
        person.get(person.comeBack(person.begin(), user, password));
        return person;
    }

    /** Where the application sends the browser. */
    public String begin() throws Exception {
        return location(get("/oauth2/authorization/keycloak"));
    }

    /** Signs in there; where the provider sends the browser back to. */
    public String comeBack(String address, String user, String password) throws Exception {
        HttpResponse<String> page = get(address);
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as("a form at %s: %s", address, page.body()).isTrue();
        return location(post(
                form.group(1).replace("&amp;", "&"), "username=" + encoded(user) + "&password=" + encoded(password)));
    }

    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        URI uri = URI.create(address.startsWith("http") ? address : application + address);
        return send(HttpRequest.newBuilder(uri).build());
    }

    /** Signs out with the button of a page of the node at this address. */
    public HttpResponse<String> signOut(String node) throws Exception {
        return post(node + "/logout", "_csrf=" + encoded(token(get(node + "/").body())));
    }

    public HttpResponse<String> post(String address, String form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** On the loopback address browsers send secure cookies back without HTTPS too. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        return answer;
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("a form on the page").isTrue();
        return token.group(1);
    }

    /** Where an answer leads, without the application's own address. */
    public String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.startsWith(application) ? address.substring(application.length()) : address)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " leads nowhere: " + answer.body()));
    }

    /** Whether the application knows the person at this click. */
    public boolean isSignedIn() throws Exception {
        return get("/").statusCode() == 200;
    }

    /** The number of the application's session. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("SESSION"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
