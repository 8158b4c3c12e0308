package org.capaccueil.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.autoconfigure.web.embedded.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.env.MockEnvironment;

/** Whose address {@link FloodGate} counts behind a proxy, with the settings the README names. */
class TrustedProxyTest {

    private static final String RESIDENT = "203.0.113.7";

    /** Says the address a request came from, as {@link AnswerPages} reads it. */
    private static final class Mirror extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr());
        }
    }

    private static String seen(ServerProperties settings) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new TomcatWebServerFactoryCustomizer(new MockEnvironment(), settings).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("mirror", new Mirror()).addMapping("/"));
        server.start();
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                                    .header("X-Forwarded-For", RESIDENT)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }

    private static ServerProperties believing(ForwardHeadersStrategy strategy) {
        ServerProperties settings = new ServerProperties();
        settings.setForwardHeadersStrategy(strategy);
        return settings;
    }

    @Test
    void withoutTheSettingAnybodyCouldGiveThemselvesAnAddressSoNobodyIsBelieved() throws Exception {
        assertThat(seen(new ServerProperties())).isEqualTo("127.0.0.1");
        assertThat(seen(believing(ForwardHeadersStrategy.NONE))).isEqualTo("127.0.0.1");
    }

    @Test
    void aProxyOnAPrivateAddressIsBelieved() throws Exception {
        assertThat(seen(believing(ForwardHeadersStrategy.NATIVE))).isEqualTo(RESIDENT);
    }

    @Test
    void onlyTheProxiesThatAreNamedAreBelieved() throws Exception {
        ServerProperties settings = believing(ForwardHeadersStrategy.NATIVE);
        settings.getTomcat().getRemoteip().setInternalProxies("198\\.51\\.100\\.\\d+");
        assertThat(seen(settings)).isEqualTo("127.0.0.1");
    }
}
