import assert from 'node:assert/strict';
import { test } from 'node:test';
import { server } from '../harness/api-client.js';
import { assertRefused, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const PAIRS = 500;
const ATTEMPTS = 3;

/** Of the medians: what is left of it over a network drowns in it. */
const TOLERANCE = 0.05;

test('how long a failed sign-in takes does not tell whether the address is known', async (t) => {
  const { email } = await server().signUp();
  const ways = {
    known: () => ({ email, password: 'not the password' }),
    unknown: () => ({ email: randomUser().email, password: 'not the password' }),
  };
  await compared(ways, PAIRS / 10);
  let difference;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { known, unknown } = await compared(ways, PAIRS);
    difference = Math.abs(known - unknown) / Math.max(known, unknown);
    t.diagnostic(`median of ${PAIRS}: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`);
    if (difference <= TOLERANCE) return;
  }
  assert.fail(`In none of ${ATTEMPTS} attempts were the medians within 5 %; the last time ${difference}.`);
});

/** @returns medians in milliseconds; both ways take turns, and turns in who goes first */
async function compared({ known, unknown }, pairs) {
  const times = { known: [], unknown: [] };
  for (let pair = 0; pair < pairs; pair++) {
    const order = pair % 2 === 0 ? [known, unknown] : [unknown, known];
    for (const way of order) times[way === known ? 'known' : 'unknown'].push(await timed(way()));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

async function timed(credentials) {
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
