package de.kreiskonzept.foundation.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Speaks HTTP by hand: sends what no client library lets through, and hears an answer that comes while it still sends. */
public final class Wire {
    private static final int PATIENCE = 30_000;

    private final URI server;

    public Wire(String server) {
        this.server = URI.create(server);
    }

    /** Writes the body of a request. */
    public interface Body {
        void to(OutputStream out) throws IOException;
    }

    /**
     * What came back.
     *
     * @param status 0 where the server closed the connection without a word
     * @param head lines of the head after the first
     */
    public record Answer(int status, List<String> head, String body) {
        private static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, List.of(), text);
            }
            var lines = text.substring(0, end).split("\r\n", -1);
            var status = Integer.parseInt(lines[0].split(" ", 3)[1]);
            return new Answer(status, List.of(lines).subList(1, lines.length), text.substring(end + 4));
        }

        /** All values of a header. */
        public List<String> values(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }
    }

    /** Sends a request without a body. */
    public Answer send(String method, String target, String... headers) throws IOException {
        return send(method, target, out -> {}, headers);
    }

    /** Sends a request whose body has its length in the head. */
    public Answer send(String method, String target, byte[] body, String... headers) throws IOException {
        var all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Length: " + body.length;
        return send(method, target, out -> out.write(body), all);
    }

    /** Sends a request; the headers say how its body is framed. */
    public Answer send(String method, String target, Body body, String... headers) throws IOException {
        var head = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(
                        method,
                        target,
                        server.getAuthority(),
                        headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            Thread.ofVirtual().start(() -> write(socket, head, body));
            return Answer.of(heard(socket));
        }
    }

    private static void write(Socket socket, String head, Body body) {
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            body.to(out);
            out.flush();
        } catch (IOException e) {
            // The server need not listen to the end; its answer tells.
        }
    }

    private static String heard(Socket socket) throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server neither ends its answer nor closes: " + heard, e);
        } catch (SocketException e) {
            // A server that closes on a sender may be heard only this far.
        }
        return heard.toString(StandardCharsets.UTF_8);
    }
}
