package io.gatehouse.security;

import io.gatehouse.application.Ids;
import io.gatehouse.application.IdsContract;
import java.time.InstantSource;
import java.util.Random;

class TimeSortedIdsTest extends IdsContract {

    @Override
    protected Ids ids(InstantSource clock) {
        return new TimeSortedIds(clock, new Random(1));
    }
}
