package io.gatehouse.application.housekeeping;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.mfa.FactorViews.ReadableCodes;
import io.gatehouse.application.project.Projects;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesCommand;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Conceals the recovery codes that were made before their project became strict: digests are all that stays. */
public final class ConcealRecoveryCodes {

    /** At a time, so that no node is busy with it for long. */
    private static final int MOST = 500;

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
     * @throws RuntimeException the first trouble met, after everything else has been concealed
     */
    public boolean handle() {
        var readable = projects.all().stream()
                .filter(project -> project.policies().strict())
                .flatMap(project -> factors.readableCodes(project.id(), MOST).stream())
                .toList();
        backgroundWork.runAll(readable.stream().map(this::concealing).toList());
        return readable.size() >= MOST;
    }

    private Consumer<Streams> concealing(ReadableCodes codes) {
        var conceal = new RecoveryCodesCommand.ForgetReadableCodes(codes.owner(), codes.id(), clock.instant());
        return streams -> streams.execute(codes.id(), conceal);
    }
}
