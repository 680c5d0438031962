package de.kreiskonzept.platform.document.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.kreiskonzept.foundation.database.Sha256;
import de.kreiskonzept.platform.document.paper.Format;
import de.kreiskonzept.platform.document.paper.Paper;
import de.kreiskonzept.platform.document.paper.Press;
import de.kreiskonzept.platform.tenancy.CurrentWorkspace;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Prints papers beside the request, each once: what was printed lately is kept by what stands in it, so an unchanged paper is there at
 * once and a changed one is never an old one. The county is part of the key.
 */
@Singleton
public class Printing {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration KEPT = Duration.ofHours(12);

    private final Press press;
    private final CurrentWorkspace current;
    private final Cache<String, byte[]> printed = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, byte[] file) -> key.length() + file.length)
            .expireAfterAccess(KEPT)
            .build();
    private final ConcurrentMap<String, CompletableFuture<byte[]>> running = new ConcurrentHashMap<>();

    Printing(Press press, CurrentWorkspace current) {
        this.press = press;
        this.current = current;
    }

    /** The file, once it is printed; whoever comes later waits for the one who began. */
    public byte[] get(Paper paper, Format format) {
        return begin(paper, format).join();
    }

    /**
     * The file if it is there within this time; it goes on being printed otherwise.
     *
     * @throws IllegalStateException if it cannot be printed
     */
    Optional<byte[]> find(Paper paper, Format format, Duration patience) {
        try {
            Future<byte[]> file = begin(paper, format);
            return Optional.of(file.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<byte[]> begin(Paper paper, Format format) {
        String key = key(paper, format);
        byte[] known = printed.getIfPresent(key);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        var mine = new CompletableFuture<byte[]>();
        CompletableFuture<byte[]> other = running.putIfAbsent(key, mine);
        if (other != null) {
            return other;
        }
        Thread.ofVirtual()
                .name("print-" + format.ending())
                .start(PropagatedContext.getOrEmpty().wrap(() -> print(paper, format, key, mine)));
        return mine;
    }

    private void print(Paper paper, Format format, String key, CompletableFuture<byte[]> result) {
        try {
            byte[] file = press.print(paper, format);
            printed.put(key, file);
            result.complete(file);
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        } finally {
            running.remove(key);
        }
    }

    private String key(Paper paper, Format format) {
        String content = current.get().id() + " " + format + " " + paper;
        return Sha256.hex(content);
    }
}
