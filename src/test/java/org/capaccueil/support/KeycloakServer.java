package org.capaccueil.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The real identity provider with the realm that is shipped, one for all tests of a run. The build unpacks its
 * distribution; the application under test reaches it through a {@link Wire}.
 */
public final class KeycloakServer {

    public static final String REALM = "cap-accueil";
    public static final String CLIENT = "cap-accueil";
    public static final String MACHINE = "cap-accueil-machine";
    public static final String MACHINE_SECRET = "a-secret-of-the-machine-for-tests";
    private static final String CLIENT_SECRET = "a-secret-of-the-application-for-tests";
    private static final String ADMIN = "admin-for-tests";
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(6);
    private static final Path UNPACKED = Path.of("target", "keycloak");

    private final int port = freePort();
    private final int applicationPort = freePort();
    private final RestClient http;
    private final Set<String> withPassword = new HashSet<>();
    private String adminToken = "";
    private Instant adminTokenUntil = Instant.MIN;
    private final Wire wire;

    private static final class One {
        static final KeycloakServer INSTANCE = new KeycloakServer();
    }

    /** Settings of an application whose people sign in here. */
    public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(running().settings())
                    .and("server.port=" + running().applicationPort)
                    .applyTo(context);
        }
    }

    public static KeycloakServer running() {
        return One.INSTANCE;
    }

    private KeycloakServer() {
        try {
            Path home = home();
            String kc = home.resolve("bin").resolve("kc.sh").toString();
            prepare(home, kc);
            Process server = run(
                    home,
                    kc,
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--cache=local",
                    "--http-enabled=true",
                    "--hostname=" + address(),
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }));
            http = RestClient.create(address());
            await("Keycloak is there, see " + log())
                    .atMost(STARTS_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("Keycloak ended instead of starting", () -> !server.isAlive())
                    .ignoreExceptionsInstanceOf(RestClientException.class)
                    .until(() -> http.get()
                            .uri("/realms/" + REALM)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .is2xxSuccessful());
            wire = new Wire(address());
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Once a run; another fork of the tests waits for it. */
    private void prepare(Path home, String kc) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(
                        UNPACKED.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ours = channel.lock()) {
            assertThat(ours.isValid()).isTrue();
            Path built = UNPACKED.resolve("built");
            if (Files.notExists(built)) {
                assertThat(run(home, kc, "build", "--db=dev-mem", "--health-enabled=true")
                                .waitFor())
                        .as("Keycloak's own build, see " + log())
                        .isZero();
                Files.createFile(built);
            }
            Path shipped = Path.of("docker", "keycloak", "realm.json");
            Path imported = Files.createDirectories(home.resolve("data").resolve("import"))
                    .resolve("realm.json");
            // another fork's server may be reading it
            if (Files.notExists(imported) || Files.mismatch(shipped, imported) != -1) {
                Files.copy(shipped, imported, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.exists(UNPACKED) ? Files.list(UNPACKED) : Stream.empty()) {
            return unpacked.filter(Files::isDirectory)
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() -> new IllegalStateException(
                            "Keycloak is not in " + UNPACKED + ": run mvn dependency:unpack@keycloak once"));
        }
    }

    private static Path log() {
        return UNPACKED.resolve("keycloak.log").toAbsolutePath();
    }

    private Process run(Path home, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of("bash"));
        words.addAll(List.of(command));
        ProcessBuilder process = new ProcessBuilder(words)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        process.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN,
                        "CAP_ACCUEIL_CLIENT_SECRET",
                        CLIENT_SECRET,
                        "CAP_ACCUEIL_MACHINE_SECRET",
                        MACHINE_SECRET,
                        "CAP_ACCUEIL_ADDRESS",
                        application(),
                        "CAP_ACCUEIL_INTERNAL_ADDRESS",
                        application(),
                        "CAP_ACCUEIL_COMMUNE",
                        "38317"));
        return process.start();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    public String[] settings() {
        return new String[] {
            "server.address=127.0.0.1",
            "capaccueil.keycloak.issuer=" + issuer(),
            "capaccueil.keycloak.internal-address=" + wire.address() + "/realms/" + REALM,
            "capaccueil.keycloak.client-secret=" + CLIENT_SECRET,
            "capaccueil.demonstration=true",
            "capaccueil.mail-rounds=false",
            "camunda.bpm.job-execution.enabled=false"
        };
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public String issuer() {
        return address() + "/realms/" + REALM;
    }

    /** Where the application under test answers. */
    public String application() {
        return "http://127.0.0.1:" + applicationPort;
    }

    /** What lies between the application and this server. */
    public Wire wire() {
        return wire;
    }

    /** An access token a program gets for its secret. */
    public String programToken(String realm, Map<String, String> form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        form.forEach(fields::add);
        JsonNode answer = http.post()
                .uri("/realms/{realm}/protocol/openid-connect/token", realm)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(fields)
                .retrieve()
                .body(JsonNode.class);
        return answer.get("access_token").asText();
    }

    public String machineToken() {
        return programToken(
                REALM,
                Map.of("grant_type", "client_credentials", "client_id", MACHINE, "client_secret", MACHINE_SECRET));
    }

    /** A token of another realm of the same server. */
    public String administratorsToken() {
        return programToken(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", ADMIN));
    }

    /** An administrator's token lives a minute. */
    private synchronized String lasting() {
        if (Instant.now().isAfter(adminTokenUntil)) {
            adminToken = administratorsToken();
            adminTokenUntil = Instant.now().plusSeconds(40);
        }
        return adminToken;
    }

    private <T> T admin(HttpMethod method, String path, Object body, Class<T> answer) {
        RestClient.RequestBodySpec request = http.method(method)
                .uri("/admin/realms/" + REALM + path)
                .headers(headers -> headers.setBearerAuth(lasting()));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().body(answer);
    }

    public String id(String user) {
        return admin(HttpMethod.GET, "/users?exact=true&username=" + user, null, JsonNode.class)
                .get(0)
                .get("id")
                .asText();
    }

    /** Records an account without a role; {@code rest} are further fields of its representation. */
    public void createUser(String name, String email, boolean verified, Map<String, Object> rest) {
        Map<String, Object> user = new HashMap<>(rest);
        user.putAll(Map.of(
                "username", name,
                "email", email,
                "emailVerified", verified,
                "firstName", "Essai",
                "lastName", name,
                "enabled", true));
        admin(HttpMethod.POST, "/users", user, Void.class);
        givePassword(name);
    }

    /** An account of the demonstration commune with these roles that nobody used before. */
    public String someone(String... roles) {
        String name = "essai-" + UUID.randomUUID().toString().substring(0, 8);
        createUser(
                name, name + "@pontdeclaix.example", true, Map.of("attributes", Map.of("commune", List.of("38317"))));
        for (String role : roles) {
            giveRole(name, role);
        }
        return name;
    }

    /** The shipped accounts have none; nobody could sign in. */
    public String givePassword(String user) {
        String password = "mot-de-passe-d-essai-1";
        if (!withPassword.add(user)) {
            return password;
        }
        admin(
                HttpMethod.PUT,
                "/users/" + id(user) + "/reset-password",
                Map.of("type", "password", "temporary", false, "value", password),
                Void.class);
        change(user, account -> account.putArray("requiredActions"));
        return password;
    }

    public void change(String user, Consumer<ObjectNode> change) {
        String path = "/users/" + id(user);
        ObjectNode account = admin(HttpMethod.GET, path, null, ObjectNode.class);
        change.accept(account);
        admin(HttpMethod.PUT, path, account, Void.class);
    }

    public void giveRole(String user, String role) {
        admin(HttpMethod.POST, "/users/" + id(user) + "/role-mappings/realm", List.of(role(role)), Void.class);
    }

    public void takeRole(String user, String role) {
        admin(HttpMethod.DELETE, "/users/" + id(user) + "/role-mappings/realm", List.of(role(role)), Void.class);
    }

    private JsonNode role(String name) {
        return admin(HttpMethod.GET, "/roles/" + name, null, JsonNode.class);
    }

    /** What the administrator's « sign out » does: back-channel. */
    public void signOut(String user) {
        admin(HttpMethod.POST, "/users/" + id(user) + "/logout", null, Void.class);
    }

    /** So that a test need not wait minutes for a token to expire. */
    public void accessTokensLive(Duration time) {
        admin(HttpMethod.PUT, "", Map.of("accessTokenLifespan", time.toSeconds()), Void.class);
    }

    public void shippedTokenLife() {
        accessTokensLive(Duration.ofMinutes(3));
    }

    /** Another node of the application answers at this address. */
    public void alsoLeadsBackTo(String address) {
        JsonNode client = admin(HttpMethod.GET, "/clients?clientId=" + CLIENT, null, JsonNode.class)
                .get(0);
        ((ArrayNode) client.get("redirectUris")).add(address + "/*");
        ((ObjectNode) client.get("attributes"))
                .put("post.logout.redirect.uris", application() + "/login?logout##" + address + "/login?logout");
        admin(HttpMethod.PUT, "/clients/" + client.get("id").asText(), client, Void.class);
    }
}
