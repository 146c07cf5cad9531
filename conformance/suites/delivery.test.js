import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient, server } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertNotLogged, assertStatus } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomUser } from '../harness/test-data.js';

const NO_RATE_LIMITS = { 'gatehouse.rate-limits.enabled': false };
const REQUESTS = 200;

test('messages that are requested while the mail server is down are delivered later, unless they are obsolete by then', () =>
  withInstallation(async (installation) => {
    const receiver = await MessageReceiver.open();
    const { url } = await installation.start({ ...receiver.properties, ...NO_RATE_LIMITS });
    const asServer = server({}, url);
    const secrets = [];
    const issueToken = async (path, body) => {
      const token = assertStatus(await asServer.post(path, body), 201).json;
      secrets.push(token.secret);
      return token;
    };

    await receiver.closeSmtp();
    const users = await Promise.all(Array.from({ length: 20 }, () => new ApiClient({}, url).signUp()));
    const codeUsers = users.slice(0, 10);
    const recoveryUsers = users.slice(10);
    for (const user of codeUsers) user.token = await issueToken('/account/tokens/email', user);
    for (const user of recoveryUsers) user.token = await issueToken('/account/recovery', { ...user, url: APP_URL });
    for (const { userId, token } of codeUsers.slice(5)) await redeem(userId, token);
    for (const user of recoveryUsers.slice(5)) await changeEmail(user);
    await pause(3_000);
    await receiver.openSmtp();

    const expected = [...codeUsers.slice(0, 5), ...recoveryUsers.slice(0, 5)];
    const messages = await Promise.all(expected.map(({ email }) => awaitMessage(email, 1, receiver.url)));
    assert.deepEqual(
      messages.map((message) => message.code ?? linkParameters(message).secret),
      expected.map(({ token }) => token.secret),
    );
    const last = randomUser();
    await issueToken('/account/tokens/email', last);
    await awaitMessage(last.email, 1, receiver.url);
    await pause(10_000);
    assert.deepEqual(
      receiver.messages.map(({ to }) => to).sort(),
      [...expected, last].map(({ email }) => email).sort(),
      'each message once, and none for used or revoked tokens',
    );
    assertNotLogged(secrets, installation.log());

    async function redeem(userId, { secret }) {
      assertStatus(await new ApiClient({}, url).post('/account/sessions/token', { userId, secret }), 201);
    }

    async function changeEmail({ email, password }) {
      const { client } = await new ApiClient({}, url).signIn({ email, password });
      assertStatus(await client.patch('/account/email', { email: randomUser().email, password }), 200);
    }
  }));

test('requests that send a mail do not wait for the mail server', (t) =>
  withInstallation(async (installation) => {
    const receiver = await MessageReceiver.open();
    const { url } = await installation.start({ ...receiver.properties, ...NO_RATE_LIMITS });
    const { email } = await new ApiClient({}, url).signUp();
    await latencies();
    const up = await latencies();
    receiver.onMail(() => new Promise(() => {}));
    const stalled = await latencies();
    await receiver.closeSmtp();
    const down = await latencies();
    for (const [state, times] of Object.entries({ up, stalled, down })) {
      t.diagnostic(`recovery, mail server ${state}: median ${of(times, 0.5)} ms, p99 ${of(times, 0.99)} ms`);
    }

    async function latencies() {
      const times = [];
      for (let request = 0; request < REQUESTS; request++) {
        const begin = performance.now();
        assertStatus(await new ApiClient({}, url).post('/account/recovery', { email, url: APP_URL }), 201);
        times.push(performance.now() - begin);
      }
      return times.sort((a, b) => a - b);
    }

    function of(times, quantile) {
      return times[Math.floor(times.length * quantile)].toFixed(1);
    }
  }));
