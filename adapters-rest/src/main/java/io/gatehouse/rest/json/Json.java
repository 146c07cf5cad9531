package io.gatehouse.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON is read and written here, whatever the application's own mapper is set to. */
public final class Json {

    /** PHP's limit of nesting, and more tokens than fit into preferences of the largest size. */
    private static final StreamReadConstraints SANE = StreamReadConstraints.builder()
            .maxNestingDepth(512)
            .maxTokenCount(200_000)
            .build();

    /** Buffers are shared: those of a virtual thread would die with its request, and made up 3/4 of all garbage. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(SANE)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Refuses what is too deep or too much. */
    public static final ObjectReader READER = MAPPER.reader();

    public static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}
}
