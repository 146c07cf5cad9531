import assert from 'node:assert/strict';

const HOUR = 3600;

/** What the headers of an answer say about the limit. */
export function assertCount({ headers }, limit, remaining) {
  assert.equal(headers['x-ratelimit-limit'], String(limit));
  assert.equal(headers['x-ratelimit-remaining'], String(remaining));
  assert.equal(headers['x-ratelimit-reset'], String((hourOf(Date.now()) + 1) * HOUR));
}

/** Nothing is said about limits where there are none. */
export function assertUncounted({ headers }) {
  assert.deepEqual(
    Object.keys(headers).filter((name) => name.startsWith('x-ratelimit')),
    [],
  );
}

/** Windows are clock hours: who counts across the full hour counts once more. */
export function inOneHour(work) {
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
