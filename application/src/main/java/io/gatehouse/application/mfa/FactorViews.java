package io.gatehouse.application.mfa;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.util.List;

/** Reads the second factors of accounts. */
public interface FactorViews {

    EnrolledFactors of(AccountId account);

    /** @return sets of recovery codes that can still be shown to their owners */
    List<ReadableCodes> readableCodes(ProjectId project, int limit);

    record ReadableCodes(AccountId owner, RecoveryCodesId id) {}
}
