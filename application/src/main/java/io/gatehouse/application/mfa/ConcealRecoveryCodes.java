package io.gatehouse.application.mfa;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Projects;
import io.gatehouse.application.mfa.FactorViews.ReadableCodes;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.mfa.RecoveryCodesCommand;
import java.time.InstantSource;

/** Conceals the recovery codes that were made before their project became strict: digests are all that stays. */
public final class ConcealRecoveryCodes {

    /** At a time, so that no node is busy with it for long. */
    private static final int MOST = 500;

    private static final Occasion NOBODY_ASKED =
            new Occasion("housekeeping", new IpAddress(""), UserAgent.UNKNOWN, null);

    private final Projects projects;
    private final FactorViews factors;
    private final EventStore store;
    private final InstantSource clock;

    public ConcealRecoveryCodes(Projects projects, FactorViews factors, EventStore store, InstantSource clock) {
        this.projects = projects;
        this.factors = factors;
        this.store = store;
        this.clock = clock;
    }

    /** @return whether there may be more */
    public boolean handle() {
        return projects.all().stream()
                .filter(project -> project.policies().strict())
                .map(project -> conceal(project.id()))
                .reduce(false, Boolean::logicalOr);
    }

    private boolean conceal(ProjectId project) {
        var readable = factors.readableCodes(project, MOST);
        readable.forEach(this::conceal);
        return readable.size() == MOST;
    }

    private void conceal(ReadableCodes codes) {
        var conceal = new RecoveryCodesCommand.ConcealRecoveryCodes(codes.owner(), codes.id(), clock.instant());
        store.transact(NOBODY_ASKED, streams -> streams.ask(codes.id(), conceal));
    }
}
