import assert from 'node:assert/strict';

const HOUR = 3600;

/** Asserts that the headers of a response state this limit, the remaining requests, and the next full hour. */
export function assertRateLimitHeaders({ headers }, limit, remaining) {
  assert.equal(headers['x-ratelimit-limit'], String(limit));
  assert.equal(headers['x-ratelimit-remaining'], String(remaining));
  assert.equal(headers['x-ratelimit-reset'], String((hourOf(Date.now()) + 1) * HOUR));
}

/** Asserts that a response has no rate limit headers. */
export function assertNoRateLimitHeaders({ headers }) {
  assert.deepEqual(
    Object.keys(headers).filter((name) => name.startsWith('x-ratelimit')),
    [],
  );
}

/** Rate limits count per clock hour: a test that fails and has crossed a full hour is run again. */
export function withinOneHour(work) {
  return async (...context) => {
    const hour = hourOf(Date.now());
    try {
      await work(...context);
    } catch (failure) {
      if (hourOf(Date.now()) === hour) throw failure;
      await work(...context);
    }
  };
}

function hourOf(millis) {
  return Math.floor(millis / 1000 / HOUR);
}
