package org.capaccueil.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in over HTTP: keeps the session's cookie and gives forms back with their token. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String address;
    private String token = "";

    private Visitor(String address) {
        this.address = address;
    }

    public static Visitor signedIn(String address, String login) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(address);
        visitor.open("/login");
        HttpResponse<String> answer = visitor.send("/login", Map.of("username", login, "password", "accueil"));
        assertThat(answer.headers().firstValue("Location").orElse("nowhere"))
                .as(login + " is signed in")
                .doesNotContain("login")
                .isNotEqualTo("nowhere");
        return visitor;
    }

    /** Whatever the address answers. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    /** Opens a page with a form, whose token later posts give back. */
    public String open(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).as("a form on " + path).isTrue();
        token = found.group(1);
        return page.body();
    }

    public HttpResponse<String> send(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
