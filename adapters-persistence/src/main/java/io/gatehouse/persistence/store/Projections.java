package io.gatehouse.persistence.store;

import io.gatehouse.persistence.Projection;
import io.gatehouse.persistence.account.AccountProjection;
import io.gatehouse.persistence.log.LogProjection;
import io.gatehouse.persistence.mfa.AuthenticatorProjection;
import io.gatehouse.persistence.mfa.ChallengeProjection;
import io.gatehouse.persistence.mfa.RecoveryCodesProjection;
import io.gatehouse.persistence.session.KnownDeviceProjection;
import io.gatehouse.persistence.session.SessionProjection;
import io.gatehouse.persistence.target.TargetProjection;
import io.gatehouse.persistence.token.TokenProjection;
import java.util.List;

/** Lists all projections. The event store runs them with each append, the replay check with each replayed event. */
public final class Projections {

    /** The account comes first, because others update its columns; the log comes last, because it reads the account. */
    private static final List<Projection> ALL = List.of(
            new AccountProjection(),
            new SessionProjection(),
            new TokenProjection(),
            new TargetProjection(),
            new AuthenticatorProjection(),
            new RecoveryCodesProjection(),
            new ChallengeProjection(),
            new KnownDeviceProjection(),
            new LogProjection());

    private Projections() {}

    /** @return every projection of this version, in the order in which they run for one event */
    public static List<Projection> all() {
        return ALL;
    }
}
