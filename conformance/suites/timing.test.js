import assert from 'node:assert/strict';
import { test } from 'node:test';
import { server } from '../harness/api-client.js';
import { assertRefused, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const PAIRS = 500;
const ATTEMPTS = 3;

/** The relative difference of the medians that is accepted. A smaller one is below the noise of a network. */
const TOLERANCE = 0.05;

test('the duration of a failed sign-in does not depend on whether the e-mail address is known', async (t) => {
  const { email } = await server().signUp();
  const requests = {
    known: () => ({ email, password: 'not the password' }),
    unknown: () => ({ email: randomUser().email, password: 'not the password' }),
  };
  await compareMedians(requests, PAIRS / 10);
  let difference;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { known, unknown } = await compareMedians(requests, PAIRS);
    difference = Math.abs(known - unknown) / Math.max(known, unknown);
    t.diagnostic(`median of ${PAIRS}: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`);
    if (difference <= TOLERANCE) return;
  }
  assert.fail(`In none of ${ATTEMPTS} attempts were the medians within 5 %; the last time ${difference}.`);
});

/** Measures known and unknown addresses in turn. @returns their medians in milliseconds */
async function compareMedians({ known, unknown }, pairs) {
  const times = { known: [], unknown: [] };
  for (let pair = 0; pair < pairs; pair++) {
    const order = pair % 2 === 0 ? [known, unknown] : [unknown, known];
    for (const request of order) times[request === known ? 'known' : 'unknown'].push(await measure(request()));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

async function measure(credentials) {
  const client = server();
  const begin = performance.now();
  const response = await client.post('/account/sessions/email', credentials);
  const time = performance.now() - begin;
  assertRefused(response, REFUSALS.credentials);
  return time;
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}
