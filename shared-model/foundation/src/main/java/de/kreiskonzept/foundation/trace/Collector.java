package de.kreiskonzept.foundation.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.inject.Singleton;

/**
 * The way to the collector: OTLP over HTTP with Protocol Buffers. Spans are sent in batches beside the requests; those that nobody takes
 * are dropped.
 */
@Factory
@Requires(property = TraceSetting.NAME, pattern = TraceSetting.ADDRESS)
final class Collector {
    private static final String TRACES = "/v1/traces";
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");

    @Singleton
    @Bean(preDestroy = "close")
    SdkTracerProvider provider(
            @Property(name = TraceSetting.NAME) String address,
            @Property(name = "micronaut.application.name") String service) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(address + TRACES).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.builder().put(SERVICE, service).build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    @Singleton
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("de.kreiskonzept");
    }
}
