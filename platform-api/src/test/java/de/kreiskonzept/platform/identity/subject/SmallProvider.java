package de.kreiskonzept.platform.identity.subject;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A small OpenID provider over HTTP: it vouches for whomever a test names, and spoils its ID tokens where a test says so. */
final class SmallProvider implements AutoCloseable {
    static final String CLIENT = "kreiskonzept";
    static final String SECRET = "a secret between provider and platform, long enough";

    /** What is wrong with an ID token. */
    enum Spoiled {
        NOT_AT_ALL,
        OTHER_NONCE,
        NO_NONCE,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        EXPIRED,
        UNSIGNED,
        SIGNED_BY_ANOTHER_KEY,
        SIGNED_WITH_THE_SHARED_SECRET
    }

    /** Somebody who has an account at the provider. */
    record Person(String subject, String email, boolean verified) {}

    private record Grant(Map<String, String> asked, Person person) {}

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final RSAKey otherKey;
    private int port;
    private HttpServer server;
    volatile Person person;
    volatile Spoiled spoiled = Spoiled.NOT_AT_ALL;
    volatile String lastToken = "";

    SmallProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
        up();
    }

    /** Begins to answer, always at the same address. */
    void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        port = server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
    }

    /** Stops answering. */
    void down() {
        server.stop(0);
    }

    @Override
    public void close() {
        down();
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, description());
                case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                case "/authorize" ->
                    authorize(exchange, pairs(exchange.getRequestURI().getRawQuery()));
                case "/token" ->
                    token(
                            exchange,
                            pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                default -> send(exchange, 404, "{}");
            }
        }
    }

    private String description() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256","HS256"],"code_challenge_methods_supported":["S256"],
                 "authorization_response_iss_parameter_supported":true}""".formatted(issuer());
    }

    /** Asks nobody for a password: the person is the one that the test has named. */
    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        var fine = CLIENT.equals(asked.get("client_id"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.get("scope").contains("openid");
        if (!fine) {
            send(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        var answer = "?iss=" + encoded(issuer()) + "&state=" + encoded(asked.get("state"));
        if (person == null) {
            answer += "&error=access_denied";
        } else {
            var code = UUID.randomUUID().toString();
            grants.put(code, new Grant(asked, person));
            answer += "&code=" + code;
        }
        exchange.getResponseHeaders().set("Location", asked.get("redirect_uri") + answer);
        exchange.sendResponseHeaders(303, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        var grant = grants.remove(asked.get("code"));
        var fine = grant != null
                && grant.asked().get("redirect_uri").equals(asked.get("redirect_uri"))
                && grant.asked().get("code_challenge").equals(challenge(asked.get("code_verifier")));
        if (!fine) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        lastToken = idToken(grant).serialize();
        send(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":60,"id_token":"%s"}""".formatted(UUID.randomUUID(), lastToken));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWT idToken(Grant grant) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(spoiled == Spoiled.OTHER_ISSUER ? "https://anderswo.example" : issuer())
                .audience(spoiled == Spoiled.OTHER_AUDIENCE ? "another client" : CLIENT)
                .subject(grant.person().subject())
                .claim("email", grant.person().email())
                .claim("email_verified", grant.person().verified())
                .claim(
                        "nonce",
                        switch (spoiled) {
                            case OTHER_NONCE -> "another nonce";
                            case NO_NONCE -> null;
                            default -> grant.asked().get("nonce");
                        })
                .issueTime(Date.from(now.minusSeconds(700)))
                .expirationTime(Date.from(now.plusSeconds(spoiled == Spoiled.EXPIRED ? -600 : 60)))
                .build();
        return signed(claims);
    }

    private JWT signed(JWTClaimsSet claims) {
        try {
            switch (spoiled) {
                case UNSIGNED -> {
                    return new PlainJWT(claims);
                }
                case SIGNED_WITH_THE_SHARED_SECRET -> {
                    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                    token.sign(new MACSigner(SECRET));
                    return token;
                }
                default -> {
                    var token = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("one")
                                    .build(),
                            claims);
                    token.sign(new RSASSASigner(spoiled == Spoiled.SIGNED_BY_ANOTHER_KEY ? otherKey : key));
                    return token;
                }
            }
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> pairs(String query) {
        var pairs = new HashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            pairs.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
