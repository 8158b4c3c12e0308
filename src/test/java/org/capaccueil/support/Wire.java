package org.capaccueil.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * What lies between the application and the identity provider: passes everything on, unless a test cuts it or exchanges
 * an identity token on its way.
 */
public final class Wire {

    private final String provider;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private volatile boolean cut;
    private volatile UnaryOperator<String> exchange = UnaryOperator.identity();

    Wire(String provider) throws IOException {
        this.provider = provider;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::passOn);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "wire");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void cut() {
        cut = true;
    }

    /** Identity tokens arrive as the test wants them. */
    public void exchangeIdTokens(UnaryOperator<String> forged) {
        exchange = forged;
    }

    public void mend() {
        cut = false;
        exchange = UnaryOperator.identity();
    }

    private void passOn(HttpExchange call) throws IOException {
        try (call) {
            if (cut) {
                // the connection ends without an answer
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(provider + call.getRequestURI()))
                    .method(
                            call.getRequestMethod(),
                            BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
            for (String header : new String[] {"Content-Type", "Authorization", "Accept"}) {
                String value = call.getRequestHeaders().getFirst(header);
                if (value != null) {
                    request.header(header, value);
                }
            }
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = exchanged(call, answer);
            call.getResponseHeaders()
                    .set(
                            "Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("text/plain"));
            call.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            call.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] exchanged(HttpExchange call, HttpResponse<byte[]> answer) throws IOException {
        if (!call.getRequestURI().getPath().endsWith("/token") || answer.statusCode() != 200) {
            return answer.body();
        }
        ObjectNode tokens = (ObjectNode) json.readTree(answer.body());
        if (tokens.has("id_token")) {
            tokens.put("id_token", exchange.apply(tokens.get("id_token").asText()));
        }
        return json.writeValueAsString(tokens).getBytes(StandardCharsets.UTF_8);
    }
}
