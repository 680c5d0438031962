package de.kreiskonzept.foundation.web;

import de.kreiskonzept.foundation.database.Sha256;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Style sheets, scripts and fonts below {@code assets/} on the class path. Their URLs carry a fingerprint of the
 * content, so that browsers may keep them for a year.
 */
@Singleton
public final class Assets {

    /** Path below which all assets are served. */
    public static final String PATH = "/assets/";

    private static final int FINGERPRINT_BYTES = 4;

    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /**
     * Returns the URL of an asset, for example {@code /assets/kreiskonzept.css?v=1a2b3c4d}.
     *
     * @param name path below {@code assets/}
     * @throws IllegalArgumentException when there is no such asset
     */
    public String url(String name) {
        return urls.computeIfAbsent(name, asset -> PATH + asset + "?v=" + fingerprint(asset));
    }

    /**
     * Says whether this is the fingerprint of an asset as this program has it. A page of another release, which runs beside this one during an
     * upgrade, asks for another one.
     *
     * @param path as somebody has asked for it, for example {@code /assets/kreiskonzept.css}
     */
    boolean isFingerprint(String path, String fingerprint) {
        String name = path.substring(PATH.length());
        return isThere(name) && url(name).equals(path + "?v=" + fingerprint);
    }

    private static boolean isThere(String name) {
        return Assets.class.getClassLoader().getResource("assets/" + name) != null;
    }

    private static String fingerprint(String name) {
        try (var content = Assets.class.getClassLoader().getResourceAsStream("assets/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException("no such asset: " + name);
            }
            var digest = Sha256.of(content.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
