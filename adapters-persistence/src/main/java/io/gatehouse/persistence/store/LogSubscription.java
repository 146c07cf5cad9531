package io.gatehouse.persistence.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.application.EventListener;
import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.domain.Event;
import io.gatehouse.persistence.BackgroundStatements;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.EventTypes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventstreaming.StreamableEventSource;

/** Delivers the log to a listener, in segments shared among nodes. Each account is always in the same segment. */
public final class LogSubscription implements AutoCloseable {

    /** Enough for two nodes to share the work; each further segment costs another tracking token. */
    private static final int SEGMENTS = 4;

    private static final int BATCH = 100;

    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService coordinator = scheduler();
    private final ScheduledExecutorService workers = scheduler();
    private final ExecutorService units = Executors.newVirtualThreadPerTaskExecutor();
    private final EventCodec codec;
    private final EventListener listener;
    private final List<BackgroundStatements> statements;

    private LogSubscription(
            String name,
            StreamableEventSource log,
            TokenStore tokens,
            EventCodec codec,
            EventListener listener,
            List<BackgroundStatements> statements) {
        this.codec = codec;
        this.listener = listener;
        this.statements = statements;
        var configuration = new PooledStreamingEventProcessorConfiguration()
                .eventSource(log)
                .tokenStore(tokens)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .initialToken(source -> source.firstToken(null))
                // Axon blocks on the token store inside its phases, so they must not run on the driver's threads.
                .unitOfWorkFactory(new SimpleUnitOfWorkFactory(
                        EmptyApplicationContext.INSTANCE, unit -> unit.workScheduler(units)));
        var everything = EventTypes.all().stream().map(QualifiedName::new).collect(toUnmodifiableSet());
        var component = new SimpleEventHandlingComponent((event, _) -> Optional.of(accountOf(event)))
                .subscribe(everything, (event, _) -> MessageStream.fromFuture(publish(event))
                        .ignoreEntries());
        this.processor = new PooledStreamingEventProcessor(name, List.of(component), configuration);
    }

    /** @param statements that the subscription executes on the database */
    static LogSubscription start(
            String name,
            StreamableEventSource log,
            TokenStore tokens,
            EventCodec codec,
            EventListener listener,
            List<BackgroundStatements> statements) {
        var logSubscription = new LogSubscription(name, log, tokens, codec, listener, statements);
        FutureUtils.joinAndUnwrap(logSubscription.processor.start());
        return logSubscription;
    }

    /**
     * Why the subscription cannot work at all. A listener that fails, such as Kafka during an outage, is no such reason.
     *
     * @return a clause for operators; empty if it works
     */
    public Optional<String> problem() {
        return processor.isRunning()
                ? statements.stream()
                        .flatMap(watched -> watched.problem().stream())
                        .findFirst()
                : Optional.of("it has stopped");
    }

    /** @return text, because its hash is the same on every node */
    private static Object accountOf(EventMessage message) {
        var account = AxonMessages.account(message);
        return account.project().value() + "/" + account.value();
    }

    private CompletableFuture<Message> publish(EventMessage message) {
        Event event = AxonMessages.event(message);
        var recorded = new RecordedEvent(
                message.identifier(),
                message.type().name(),
                AxonMessages.account(message),
                event.at(),
                AxonMessages.metadata(message).requestId(),
                event,
                codec.publish(event));
        return listener.onEvent(recorded).<Message>thenApply(_ -> message).toCompletableFuture();
    }

    @Override
    public void close() {
        try {
            processor.shutdown().get(10, SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unclean) {
            // Unconfirmed events are delivered again after the next start.
        } finally {
            coordinator.shutdownNow();
            workers.shutdownNow();
            units.shutdownNow();
        }
    }

    private static ScheduledExecutorService scheduler() {
        return Executors.newScheduledThreadPool(2, Thread.ofVirtual().factory());
    }
}
