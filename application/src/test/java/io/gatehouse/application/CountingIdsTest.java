package io.gatehouse.application;

import java.time.InstantSource;

class CountingIdsTest extends IdsContract {

    @Override
    protected Ids ids(InstantSource clock) {
        return new CountingIds(clock);
    }
}
