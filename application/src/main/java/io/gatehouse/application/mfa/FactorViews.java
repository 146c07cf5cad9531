package io.gatehouse.application.mfa;

import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.util.List;

/** Second factors to look at. */
public interface FactorViews {

    EnrolledFactors of(AccountId account);

    /** @return sets of recovery codes that their owners could see again */
    List<ReadableCodes> readableCodes(ProjectId project, int most);

    record ReadableCodes(AccountId owner, RecoveryCodesId id) {}
}
