package io.gatehouse.bootstrap;

import io.gatehouse.messaging.kafka.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real broker, which tests may stop and start again. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

    private final KafkaBroker broker = new KafkaBroker();

    @Override
    public Map<String, String> start() {
        broker.start();
        return Map.of("kafka.bootstrap.servers", broker.bootstrapServers());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(KafkaBroker.class));
    }

    @Override
    public void stop() {
        broker.stop();
    }
}
