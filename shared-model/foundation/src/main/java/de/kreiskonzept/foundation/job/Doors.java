package de.kreiskonzept.foundation.job;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration.NettyListenerConfiguration;
import jakarta.inject.Singleton;
import java.util.Comparator;

/** Puts the door for everybody before that of management: a server names the port of its first door as its own. */
@Singleton
final class Doors implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
    @Override
    public NettyHttpServerConfiguration onCreated(BeanCreatedEvent<NettyHttpServerConfiguration> event) {
        NettyHttpServerConfiguration server = event.getBean();
        var doors = server.getListeners();
        if (doors != null) {
            server.setListeners(doors.stream()
                    .sorted(Comparator.comparing(NettyListenerConfiguration::isExposeDefaultRoutes)
                            .reversed())
                    .toList());
        }
        return server;
    }
}
