package io.gatehouse.application.housekeeping;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.FactorViews.ReadableCodes;
import io.gatehouse.application.project.Projects;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Conceals recovery codes generated before their project became strict: they cannot be shown again. */
public final class ConcealRecoveryCodes {

    /** The maximum per project and run, so that no node is busy with it for long. */
    private static final int LIMIT = 500;

    private final Projects projects;
    private final FactorViews factors;
    private final BackgroundWork backgroundWork;
    private final InstantSource clock;

    public ConcealRecoveryCodes(Projects projects, FactorViews factors, EventStore store, InstantSource clock) {
        this.projects = projects;
        this.factors = factors;
        this.backgroundWork = new BackgroundWork(store);
        this.clock = clock;
    }

    /**
     * @return whether there may be more
     * @throws RuntimeException the first failure, after all other codes have been concealed
     */
    public boolean handle() {
        var readable = projects.all().stream()
                .filter(project -> project.policies().strict())
                .flatMap(project -> factors.readableCodes(project.id(), LIMIT).stream())
                .toList();
        backgroundWork.runAll(readable.stream().map(this::task).toList());
        return readable.size() >= LIMIT;
    }

    private Consumer<Streams> task(ReadableCodes codes) {
        var conceal = new RecoveryCodesCommand.ForgetReadableCodes(codes.owner(), codes.id(), clock.instant());
        return streams -> streams.execute(codes.id(), conceal);
    }
}
