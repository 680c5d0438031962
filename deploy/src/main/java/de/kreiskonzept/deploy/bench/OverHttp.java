package de.kreiskonzept.deploy.bench;

import de.kreiskonzept.deploy.bench.BenchSystem.BenchCounty;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A page or JSON with a bearer token over one HTTP/1.1 connection that stays open. A client so thin that it costs little. */
public final class OverHttp implements Work {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    private final String path;
    private final String tag;

    /**
     * Opens the connection.
     *
     * @param path what is read of each county, from a slash on; {county} stands for its slug
     * @param tag ETag of what the client has already; empty for nothing
     */
    public OverHttp(int port, String path, String tag) throws IOException {
        this.path = path;
        this.tag = tag;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    @Override
    public long read(BenchCounty county) throws IOException {
        out.write(
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json, text/html;q=0.9\r\nAuthorization: Bearer %s\r\n%s\r\n"
                        .formatted(
                                path.replace("{county}", county.slug()),
                                county.token(),
                                tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith(tag.isEmpty() ? "HTTP/1.1 200" : "HTTP/1.1 304")) {
            throw new IOException("the platform answers " + status);
        }
        long length = tag.isEmpty() ? -1 : 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        // Not modified is an answer, too, and has no body.
        return tag.isEmpty() ? length >= 0 ? skip(length) : chunks() : 1;
    }

    private long chunks() throws IOException {
        long sum = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            sum += skip(size);
            line();
            if (size == 0) {
                return sum;
            }
        }
    }

    private long skip(long length) throws IOException {
        in.skipNBytes(length);
        return length;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new IOException("the platform closed the connection");
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
