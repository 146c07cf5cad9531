package io.gatehouse.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes the API's JSON, independently of the configuration of the application's own mapper. */
public final class Json {

    /** Nesting: PHP's limit. Tokens: more than preferences of the largest size can contain. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(512)
            .maxTokenCount(200_000)
            .build();

    /** Buffers are pooled: those of a virtual thread live for one request only, and made up 3/4 of all garbage. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Fails if input is nested too deep or has too many tokens. */
    public static final ObjectReader READER = MAPPER.reader();

    public static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}
}
