package io.gatehouse.messaging.kafka;

import io.gatehouse.domain.account.AccountId;

/** Keys of Kafka records. Records with the same key stay in order. */
final class RecordKeys {

    private RecordKeys() {}

    static String of(AccountId account) {
        return account.project().value() + "|" + account.value();
    }
}
