import assert from 'node:assert/strict';

/** Windows, in seconds. */
export const HOUR = 3600;
export const MINUTE = 60;

/** Asserts that the headers of a response state this limit, the remaining requests, and the end of the window. */
export function assertRateLimitHeaders({ headers }, limit, remaining, window = HOUR) {
  assert.equal(headers['x-ratelimit-limit'], String(limit));
  assert.equal(headers['x-ratelimit-remaining'], String(remaining));
  assert.equal(headers['x-ratelimit-reset'], String((windowOf(Date.now(), window) + 1) * window));
}

/** Asserts that a response has no rate limit headers. */
export function assertNoRateLimitHeaders({ headers }) {
  assert.deepEqual(
    Object.keys(headers).filter((name) => name.startsWith('x-ratelimit')),
    [],
  );
}

/** Rate limits count in windows aligned to the clock: a test that fails and has crossed their end is run again. */
export function withinOneWindow(work, window = HOUR) {
  return async function attempt(...context) {
    const begun = windowOf(Date.now(), window);
    try {
      await work(...context);
    } catch (failure) {
      if (windowOf(Date.now(), window) === begun) throw failure;
      await attempt(...context);
    }
  };
}

function windowOf(millis, window) {
  return Math.floor(millis / 1000 / window);
}
