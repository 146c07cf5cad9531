package io.gatehouse.application.mfa;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import java.util.List;
import java.util.stream.Stream;

/** Second factors, folded from the log at every call. */
public final class InMemoryFactorViews implements FactorViews {

    private final InMemoryEventStore store;

    public InMemoryFactorViews(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public EnrolledFactors of(AccountId account) {
        return FactorsFromLog.of(account, store.events());
    }

    @Override
    public List<ReadableCodes> readableCodes(ProjectId project, int most) {
        return store.events().stream()
                .map(event -> new AccountId(event.project(), event.userId()))
                .distinct()
                .filter(account -> account.project().equals(project))
                .flatMap(this::readableCodes)
                .limit(most)
                .toList();
    }

    private Stream<ReadableCodes> readableCodes(AccountId account) {
        return Stream.ofNullable(of(account).recoveryCodes())
                .filter(held -> held.encryptedCodes() != null)
                .map(held -> new ReadableCodes(account, held.id()));
    }
}
