import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { APP_URL, KEYS, MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** The number of rounds of each race. */
const ROUNDS = Number(process.env.GATEHOUSE_ROUNDS ?? 100);

/** The number of concurrent requests in a race. */
const PARALLEL_REQUESTS = 32;

/** Cheap password hashes, because passwords are not tested here. */
const CHEAP_HASHING = { 'gatehouse.passwords.memory-kib': 64, 'gatehouse.passwords.iterations': 1 };

/** Two nodes with one database. */
const fixture = suiteFixture(async (installation) => {
  const receiver = await MessageReceiver.open();
  const properties = { ...receiver.properties, ...CHEAP_HASHING, 'gatehouse.rate-limits.enabled': false };
  const first = await installation.start(properties);
  const second = await installation.startNode(properties);
  return { receiver, nodes: [first.url, second.url] };
}, `${MULTI_NODE_PROPERTIES}\ngatehouse.projects.other.policies.session-limit=3\n`);

const guest = (turn = 0, headers) => new ApiClient(headers, fixture.nodes[turn % fixture.nodes.length]);
const server = (turn) => guest(turn, { 'x-appwrite-key': KEYS.demo });
const inParallel = (count, work) => Promise.all(Array.from({ length: count }, (_, turn) => work(turn)));

async function signedInUser(turn, headers) {
  const user = await guest(turn, headers).signUp();
  return { user, ...(await guest(turn, headers).signIn(user)) };
}

async function issueToken(path, body) {
  const { userId, secret } = assertStatus(await server().post(path, body), 201).json;
  return { userId, secret };
}

describe(`of ${PARALLEL_REQUESTS} concurrent redemptions of one secret on two nodes exactly one succeeds, in ${ROUNDS} rounds`, () => {
  const races = {
    'a magic URL': {
      issue: () => issueToken('/account/tokens/magic-url', randomUser()),
      redeem: (client, secret) => client.post('/account/sessions/token', secret),
    },
    'a magic URL, on two paths': {
      issue: () => issueToken('/account/tokens/magic-url', randomUser()),
      redeem: (client, secret, turn) =>
        turn % 4 < 2
          ? client.post('/account/sessions/token', secret)
          : client.put('/account/sessions/magic-url', secret),
    },
    'a code by e-mail': {
      issue: () => issueToken('/account/tokens/email', randomUser()),
      redeem: (client, secret) => client.post('/account/sessions/token', secret),
    },
    'a code by SMS, for a sign-in': {
      issue: () => issueToken('/account/tokens/phone', { ...randomUser(), phone: randomPhone() }),
      redeem: (client, secret) => client.put('/account/sessions/phone', secret),
    },
    'a code by SMS, for a verification': {
      issue: () => issueToken('/account/tokens/phone', { ...randomUser(), phone: randomPhone() }),
      redeem: (client, { userId, secret }) =>
        client.put('/account/verifications/phone', { userId, secret: decodeSecret(secret) }),
    },
    'a code by SMS, for a sign-in and a verification': {
      issue: () => issueToken('/account/tokens/phone', { ...randomUser(), phone: randomPhone() }),
      redeem: (client, { userId, secret }, turn) =>
        turn % 4 < 2
          ? client.post('/account/sessions/token', { userId, secret })
          : client.put('/account/verifications/phone', { userId, secret: decodeSecret(secret) }),
    },
    'a recovery secret': {
      issue: async () => issueToken('/account/recovery', { ...(await guest().signUp()), url: APP_URL }),
      redeem: (client, secret, turn) =>
        client.put('/account/recovery', { ...secret, password: `the password of request ${turn}` }),
    },
    'an e-mail verification secret': {
      issue: async () => {
        const { client, user } = await signedInUser();
        assertStatus(await client.post('/account/verifications/email', { url: APP_URL }), 201);
        return linkParameters(await awaitMessage(user.email, 1, fixture.receiver.url));
      },
      redeem: (client, { userId, secret }) => client.put('/account/verifications/email', { userId, secret }),
    },
  };

  for (const [what, { issue, redeem }] of Object.entries(races)) {
    test(`exactly one of ${PARALLEL_REQUESTS} concurrent redemptions succeeds of ${what}`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const secret = await issue();
        const responses = await inParallel(PARALLEL_REQUESTS, (turn) => redeem(guest(turn), secret, turn));
        const refused = responses.filter(({ status }) => status >= 300);
        refused.forEach((response) => assertRefused(response, REFUSALS.token, `${what}, round ${round}`));
        assert.equal(responses.length - refused.length, 1, `${what}, round ${round}`);
      }
    });
  }
});

describe('concurrent requests on two nodes', () => {
  test('a session that one node opened is known to the other, and so is its end', async () => {
    const { client } = await signedInUser(0);
    assertStatus(await client.withOrigin(fixture.nodes[1]).get('/account'), 200);
    assertStatus(await client.withOrigin(fixture.nodes[1]).delete('/account/sessions/current'), 204);
    assertRefused(await client.get('/account'), REFUSALS.guest);
  });

  test('twenty concurrent requests for a code create one user for an unknown e-mail address', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { email } = randomUser();
      const responses = await inParallel(20, (turn) =>
        server(turn).post('/account/tokens/email', { ...randomUser(), email }),
      );
      const users = new Set(responses.map((response) => assertStatus(response, 201).json.userId));
      assert.equal(users.size, 1, `round ${round}`);
      const { userId, secret } = responses.at(-1).json;
      assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
    }
  });

  test('twenty concurrent requests for a code create one user for an unknown phone number', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const phone = randomPhone();
      const responses = await inParallel(20, (turn) =>
        server(turn).post('/account/tokens/phone', { ...randomUser(), phone }),
      );
      assert.equal(
        new Set(responses.map((response) => assertStatus(response, 201).json.userId)).size,
        1,
        `round ${round}`,
      );
    }
  });

  test('with a session limit of three, ten concurrent sign-ins leave three of their sessions and no earlier one', async () => {
    const other = { 'x-appwrite-project': 'other' };
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { user, client: earlier } = await signedInUser(round, other);
      const opened = await inParallel(10, (turn) => guest(turn, other).signIn(user));
      const responses = await Promise.all(opened.map(({ client }) => client.get('/account/sessions')));
      const alive = responses.filter(({ status }) => status === 200);
      assert.equal(alive.length, 3, `round ${round}`);
      const ids = new Set(opened.map(({ session }) => session.$id));
      for (const { json } of alive) {
        assert.equal(json.total, 3);
        assert.ok(json.sessions.every(({ $id }) => ids.has($id)));
      }
      assertRefused(await earlier.get('/account'), REFUSALS.guest);
    }
  });

  test('no session remains that was opened with a password while it was changed', async (t) => {
    let succeeded = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { client, user } = await signedInUser(round);
      const change = { password: 'battery staple', oldPassword: user.password };
      const [changed, ...attempts] = await inParallel(9, (turn) =>
        turn === 0 ? client.patch('/account/password', change) : signIn(turn, user),
      );
      assertStatus(changed, 200);
      for (const { response, guest } of attempts) {
        if (response.status !== 201) {
          assertRefused(response, REFUSALS.credentials, `round ${round}`);
        } else {
          succeeded++;
          assertRefused(await guest.withSessionFrom(response).client.get('/account'), REFUSALS.guest, `round ${round}`);
        }
      }
      assertStatus(await client.get('/account'), 200);
    }
    t.diagnostic(`${succeeded} of ${8 * ROUNDS} sign-ins preceded the new password`);
  });

  test('no session remains that was opened with a password while it was recovered', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { client, user } = await signedInUser(round);
      const secret = await issueToken('/account/recovery', { ...user, url: APP_URL });
      const [recovered, ...attempts] = await inParallel(9, (turn) =>
        turn === 0 ? guest().put('/account/recovery', { ...secret, password: 'battery staple' }) : signIn(turn, user),
      );
      assertStatus(recovered, 200);
      for (const { response, guest } of attempts.filter(({ response }) => response.status === 201)) {
        assertRefused(await guest.withSessionFrom(response).client.get('/account'), REFUSALS.guest, `round ${round}`);
      }
      assertRefused(await client.get('/account'), REFUSALS.guest);
    }
  });

  test('no push target remains that was registered in a session while it was ended', async (t) => {
    let succeeded = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { client, user } = await signedInUser(round);
      const ending = await guest(round).signIn(user);
      const target = { targetId: 'unique()', identifier: `device of ${user.userId}` };
      const [registered, ended] = await Promise.all([
        ending.client.withOrigin(fixture.nodes[0]).post('/account/targets/push', target),
        client.withOrigin(fixture.nodes[1]).delete(`/account/sessions/${ending.session.$id}`),
      ]);
      assertStatus(ended, 204);
      if (registered.status === 201) succeeded++;
      else assert.ok([401, 404].includes(registered.status), registered.text);
      const { targets } = assertStatus(await client.get('/account'), 200).json;
      assert.equal(targets.length, 1, `round ${round}`);
    }
    t.diagnostic(`${succeeded} of ${ROUNDS} registrations preceded the end of the session`);
  });

  async function signIn(turn, { email, password }) {
    const client = guest(turn);
    return { guest: client, response: await client.post('/account/sessions/email', { email, password }) };
  }

  for (const [wrong, status] of [
    [9, 201],
    [10, 401],
  ]) {
    test(`after ${wrong} concurrent wrong codes the right code returns ${status}`, async () => {
      for (let round = 0; round < ROUNDS / 5; round++) {
        const { userId, secret } = await issueToken('/account/tokens/email', randomUser());
        const guesses = await inParallel(wrong, (turn) =>
          guest(turn).post('/account/sessions/token', { userId, secret: wrongCode(secret, turn) }),
        );
        guesses.forEach((response) => assertRefused(response, REFUSALS.token));
        assertStatus(await guest(round).post('/account/sessions/token', { userId, secret }), status);
      }
    });
  }
});

function decodeSecret(secret) {
  return JSON.parse(Buffer.from(secret, 'base64')).secret;
}

function wrongCode(code, turn) {
  return String((Number(code) + 1 + turn) % 1_000_000).padStart(6, '0');
}
