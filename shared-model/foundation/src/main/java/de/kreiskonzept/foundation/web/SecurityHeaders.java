package de.kreiskonzept.foundation.web;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the headers on every answer that tell a browser what a page may do. Assets with their fingerprint in the URL may
 * be kept for a year; everything else is never stored, because it belongs to the person who is signed in or, under the
 * fingerprint of another release, is not what its page means.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** No inline scripts and styles, nothing from other servers, no frames. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String KEEP_A_YEAR = "public, max-age=31536000, immutable";
    private static final String KEEP_A_DAY = "public, max-age=86400";

    private final Map<String, String> always = new LinkedHashMap<>();
    private final Assets assets;

    SecurityHeaders(
            Environment environment,
            Assets assets,
            @Property(name = "kreiskonzept.public-url") @Nullable String publicUrl,
            @Property(name = "kreiskonzept.console-url") @Nullable String consoleUrl) {
        this.assets = assets;
        always.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        always.put("X-Content-Type-Options", "nosniff");
        always.put("Referrer-Policy", "same-origin");
        always.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        var ownUrl = environment.getActiveNames().contains("console") ? consoleUrl : publicUrl;
        if (ownUrl != null && ownUrl.startsWith("https://")) {
            always.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        always.forEach(response::header);
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", caching(request, response));
        }
    }

    /** Netty's own answers, to requests that it cannot read, pass no filter. */
    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OnEveryChannel(always, null));
        return event.getBean();
    }

    private record OnEveryChannel(
            Map<String, String> always, @Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            return new OnEveryChannel(always, opened);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline()
                        .addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, null, new Last(always));
            }
        }
    }

    /** The last that sees an answer. */
    private static final class Last extends ChannelOutboundHandlerAdapter {
        private final Map<String, String> always;

        Last(Map<String, String> always) {
            this.always = always;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (message instanceof io.netty.handler.codec.http.HttpResponse answer
                    && !answer.headers().contains("Content-Security-Policy")) {
                always.forEach(answer.headers()::set);
                answer.headers().set("Cache-Control", "no-store");
            }
            super.write(context, message, promise);
        }
    }

    private String caching(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String path = request.getPath();
        if (!path.startsWith(Assets.PATH) || response.code() != 200) {
            return "no-store";
        }
        return request.getParameters()
                .getFirst("v")
                .map(fingerprint -> assets.isFingerprint(path, fingerprint) ? KEEP_A_YEAR : "no-store")
                .orElse(KEEP_A_DAY);
    }
}
