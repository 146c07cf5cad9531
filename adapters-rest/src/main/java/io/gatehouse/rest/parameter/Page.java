package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.List;

/**
 * The requested part of a list.
 *
 * @param limit the maximum number of entries
 * @param offset the number of entries to skip
 */
public record Page(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 25;

    /** The upper bound of entries per request; larger limits are reduced to it. */
    private static final int LARGEST = 5_000;

    private static final int MOST_QUERIES = 100;
    private static final int LONGEST_QUERY = 4_096;

    public Page {
        limit = Math.min(limit, LARGEST);
    }

    /**
     * Reads {@code queries}, or the separate parameters {@code limit} and {@code offset} of Web SDK 9.
     *
     * @throws RefusedException with {@code InvalidArgument} or {@code InvalidQuery}
     */
    public static Page of(Parameters parameters) {
        return parameters.has("queries")
                ? of(parameters.texts("queries").toList())
                : new Page(parameters.integer("limit", 1, DEFAULT_LIMIT), parameters.integer("offset", 0, 0));
    }

    private static Page of(List<String> queries) {
        if (queries.size() > MOST_QUERIES || queries.stream().anyMatch(query -> query.length() > LONGEST_QUERY)) {
            throw TextRules.invalid("queries", "must be at most 100 queries of at most 4096 characters each");
        }
        var read = queries.stream().map(PageQuery::parse).toList();
        return new Page(first("limit", read, DEFAULT_LIMIT), first("offset", read, 0));
    }

    private static int first(String method, List<PageQuery> queries, int defaultValue) {
        return queries.stream()
                .filter(query -> query.method().equals(method))
                .findFirst()
                .map(PageQuery::number)
                .orElse(defaultValue);
    }
}
