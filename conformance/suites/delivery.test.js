import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Caller, server } from '../harness/caller.js';
import { APP } from '../harness/configuration.js';
import { assertSilentOn, assertStatus } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';
import { PostOffice } from '../harness/post-office.js';

const FREELY = { 'gatehouse.rate-limits.enabled': false };
const REQUESTS = 200;

test('what is asked for while no mail gets through arrives when it does, unless it is pointless by then', () =>
  withInstallation(async (installation) => {
    const office = await PostOffice.open();
    const { url } = await installation.start({ ...office.properties, ...FREELY });
    const asServer = server({}, url);
    const secrets = [];
    const told = async (path, body) => {
      const token = assertStatus(await asServer.post(path, body), 201).json;
      secrets.push(token.secret);
      return token;
    };

    await office.closeForMail();
    const people = await Promise.all(Array.from({ length: 20 }, () => new Caller({}, url).signUp()));
    const codes = people.slice(0, 10);
    const recoveries = people.slice(10);
    for (const person of codes) person.token = await told('/account/tokens/email', person);
    for (const person of recoveries) person.token = await told('/account/recovery', { ...person, url: APP });
    for (const { userId, token } of codes.slice(5)) await redeem(userId, token);
    for (const person of recoveries.slice(5)) await withdraw(person);
    await pause(3_000);
    await office.openForMail();

    const awaited = [...codes.slice(0, 5), ...recoveries.slice(0, 5)];
    const letters = await Promise.all(awaited.map(({ email }) => letterTo(email, 1, office.url)));
    assert.deepEqual(
      letters.map((letter) => letter.code ?? linked(letter).secret),
      awaited.map(({ token }) => token.secret),
    );
    const last = stranger();
    await told('/account/tokens/email', last);
    await letterTo(last.email, 1, office.url);
    await pause(10_000);
    assert.deepEqual(
      office.letters.map(({ to }) => to).sort(),
      [...awaited, last].map(({ email }) => email).sort(),
      'each once, and none of those that were used or withdrawn',
    );
    assertSilentOn(secrets, installation.log());

    async function redeem(userId, { secret }) {
      assertStatus(await new Caller({}, url).post('/account/sessions/token', { userId, secret }), 201);
    }

    async function withdraw({ email, password }) {
      const { caller } = await new Caller({}, url).signIn({ email, password });
      assertStatus(await caller.patch('/account/email', { email: stranger().email, password }), 200);
    }
  }));

test('whoever asks for mail does not wait for the mail server', (t) =>
  withInstallation(async (installation) => {
    const office = await PostOffice.open();
    const { url } = await installation.start({ ...office.properties, ...FREELY });
    const { email } = await new Caller({}, url).signUp();
    await latencies();
    const up = await latencies();
    office.onMail(() => new Promise(() => {}));
    const stalled = await latencies();
    await office.closeForMail();
    const down = await latencies();
    for (const [state, times] of Object.entries({ up, stalled, down })) {
      t.diagnostic(`recovery, mail server ${state}: median ${of(times, 0.5)} ms, p99 ${of(times, 0.99)} ms`);
    }

    async function latencies() {
      const times = [];
      for (let request = 0; request < REQUESTS; request++) {
        const begin = performance.now();
        assertStatus(await new Caller({}, url).post('/account/recovery', { email, url: APP }), 201);
        times.push(performance.now() - begin);
      }
      return times.sort((a, b) => a - b);
    }

    function of(times, quantile) {
      return times[Math.floor(times.length * quantile)].toFixed(1);
    }
  }));
