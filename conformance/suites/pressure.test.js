import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller } from '../harness/caller.js';
import { APP, KEYS, SEVERAL_NODES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { lentToSuite } from '../harness/installation.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { PostOffice } from '../harness/post-office.js';

/** How often each race is run. */
const ROUNDS = Number(process.env.GATEHOUSE_ROUNDS ?? 100);

/** How many want the same thing at once. */
const RIVALS = 32;

/** Passwords are not what is tested here. */
const CHEAP = { 'gatehouse.passwords.memory-kib': 64, 'gatehouse.passwords.iterations': 1 };

/** Two nodes on one database. */
const house = lentToSuite(async (installation) => {
  const office = await PostOffice.open();
  const properties = { ...office.properties, ...CHEAP, 'gatehouse.rate-limits.enabled': false };
  const first = await installation.start(properties);
  const second = await installation.join(properties);
  return { office, nodes: [first.url, second.url] };
}, `${SEVERAL_NODES}\ngatehouse.projects.other.policies.session-limit=3\n`);

const guest = (turn = 0, headers) => new Caller(headers, house.nodes[turn % house.nodes.length]);
const server = (turn) => guest(turn, { 'x-appwrite-key': KEYS.demo });
const atOnce = (count, work) => Promise.all(Array.from({ length: count }, (_, turn) => work(turn)));

async function member(turn, headers) {
  const person = await guest(turn, headers).signUp();
  return { person, ...(await guest(turn, headers).signIn(person)) };
}

async function told(path, body) {
  const { userId, secret } = assertStatus(await server().post(path, body), 201).json;
  return { userId, secret };
}

describe(`of ${RIVALS} who redeem one secret at once, at two nodes, one succeeds: ${ROUNDS} times`, () => {
  const races = {
    'a magic URL': {
      issue: () => told('/account/tokens/magic-url', stranger()),
      redeem: (caller, secret) => caller.post('/account/sessions/token', secret),
    },
    'a magic URL, in either way': {
      issue: () => told('/account/tokens/magic-url', stranger()),
      redeem: (caller, secret, turn) =>
        turn % 4 < 2
          ? caller.post('/account/sessions/token', secret)
          : caller.put('/account/sessions/magic-url', secret),
    },
    'a code by e-mail': {
      issue: () => told('/account/tokens/email', stranger()),
      redeem: (caller, secret) => caller.post('/account/sessions/token', secret),
    },
    'a code by SMS, to sign in': {
      issue: () => told('/account/tokens/phone', { ...stranger(), phone: freshPhone() }),
      redeem: (caller, secret) => caller.put('/account/sessions/phone', secret),
    },
    'a code by SMS, to verify a number': {
      issue: () => told('/account/tokens/phone', { ...stranger(), phone: freshPhone() }),
      redeem: (caller, { userId, secret }) =>
        caller.put('/account/verifications/phone', { userId, secret: unwrapped(secret) }),
    },
    'a code by SMS, to sign in and to verify a number': {
      issue: () => told('/account/tokens/phone', { ...stranger(), phone: freshPhone() }),
      redeem: (caller, { userId, secret }, turn) =>
        turn % 4 < 2
          ? caller.post('/account/sessions/token', { userId, secret })
          : caller.put('/account/verifications/phone', { userId, secret: unwrapped(secret) }),
    },
    'a recovery': {
      issue: async () => told('/account/recovery', { ...(await guest().signUp()), url: APP }),
      redeem: (caller, secret, turn) =>
        caller.put('/account/recovery', { ...secret, password: `the password of rival ${turn}` }),
    },
    'an e-mail verification': {
      issue: async () => {
        const { caller, person } = await member();
        assertStatus(await caller.post('/account/verifications/email', { url: APP }), 201);
        return linked(await letterTo(person.email, 1, house.office.url));
      },
      redeem: (caller, { userId, secret }) => caller.put('/account/verifications/email', { userId, secret }),
    },
  };

  for (const [what, { issue, redeem }] of Object.entries(races)) {
    test(what, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const secret = await issue();
        const answers = await atOnce(RIVALS, (turn) => redeem(guest(turn), secret, turn));
        const refused = answers.filter(({ status }) => status >= 300);
        refused.forEach((answer) => assertRefused(answer, REFUSALS.token, `${what}, round ${round}`));
        assert.equal(answers.length - refused.length, 1, `${what}, round ${round}`);
      }
    });
  }
});

describe('two nodes', () => {
  test('of which one opened a session know it both, and both know its end', async () => {
    const { caller } = await member(0);
    assertStatus(await caller.at(house.nodes[1]).get('/account'), 200);
    assertStatus(await caller.at(house.nodes[1]).delete('/account/sessions/current'), 204);
    assertRefused(await caller.get('/account'), REFUSALS.guest);
  });

  test('asked for a code by twenty at once make one user of an unknown address', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { email } = stranger();
      const answers = await atOnce(20, (turn) => server(turn).post('/account/tokens/email', { ...stranger(), email }));
      const users = new Set(answers.map((answer) => assertStatus(answer, 201).json.userId));
      assert.equal(users.size, 1, `round ${round}`);
      const { userId, secret } = answers.at(-1).json;
      assertStatus(await guest().post('/account/sessions/token', { userId, secret }), 201);
    }
  });

  test('asked for a code by twenty at once make one user of an unknown number', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const phone = freshPhone();
      const answers = await atOnce(20, (turn) => server(turn).post('/account/tokens/phone', { ...stranger(), phone }));
      assert.equal(new Set(answers.map((answer) => assertStatus(answer, 201).json.userId)).size, 1, `round ${round}`);
    }
  });

  test('leave three sessions of ten that are opened at once, where three are allowed, and none from before', async () => {
    const other = { 'x-appwrite-project': 'other' };
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { person, caller: earlier } = await member(round, other);
      const opened = await atOnce(10, (turn) => guest(turn, other).signIn(person));
      const answers = await Promise.all(opened.map(({ caller }) => caller.get('/account/sessions')));
      const alive = answers.filter(({ status }) => status === 200);
      assert.equal(alive.length, 3, `round ${round}`);
      const ids = new Set(opened.map(({ session }) => session.$id));
      for (const { json } of alive) {
        assert.equal(json.total, 3);
        assert.ok(json.sessions.every(({ $id }) => ids.has($id)));
      }
      assertRefused(await earlier.get('/account'), REFUSALS.guest);
    }
  });

  test('leave no session that was opened with a password while it was replaced', async (t) => {
    let sooner = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { caller, person } = await member(round);
      const change = { password: 'battery staple', oldPassword: person.password };
      const [changed, ...attempts] = await atOnce(9, (turn) =>
        turn === 0 ? caller.patch('/account/password', change) : signingIn(turn, person),
      );
      assertStatus(changed, 200);
      for (const { answer, guest } of attempts) {
        if (answer.status !== 201) {
          assertRefused(answer, REFUSALS.credentials, `round ${round}`);
        } else {
          sooner++;
          assertRefused(await guest.keeping(answer).caller.get('/account'), REFUSALS.guest, `round ${round}`);
        }
      }
      assertStatus(await caller.get('/account'), 200);
    }
    t.diagnostic(`of ${8 * ROUNDS} sign-ins ${sooner} were sooner than the new password`);
  });

  test('leave no session that was opened with a password while it was recovered', async () => {
    for (let round = 0; round < ROUNDS / 5; round++) {
      const { caller, person } = await member(round);
      const secret = await told('/account/recovery', { ...person, url: APP });
      const [recovered, ...attempts] = await atOnce(9, (turn) =>
        turn === 0
          ? guest().put('/account/recovery', { ...secret, password: 'battery staple' })
          : signingIn(turn, person),
      );
      assertStatus(recovered, 200);
      for (const { answer, guest } of attempts.filter(({ answer }) => answer.status === 201)) {
        assertRefused(await guest.keeping(answer).caller.get('/account'), REFUSALS.guest, `round ${round}`);
      }
      assertRefused(await caller.get('/account'), REFUSALS.guest);
    }
  });

  test('leave no device that was registered in a session while it was ended', async (t) => {
    let sooner = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { caller, person } = await member(round);
      const ending = await guest(round).signIn(person);
      const target = { targetId: 'unique()', identifier: `device of ${person.userId}` };
      const [registered, ended] = await Promise.all([
        ending.caller.at(house.nodes[0]).post('/account/targets/push', target),
        caller.at(house.nodes[1]).delete(`/account/sessions/${ending.session.$id}`),
      ]);
      assertStatus(ended, 204);
      if (registered.status === 201) sooner++;
      else assert.ok([401, 404].includes(registered.status), registered.text);
      const { targets } = assertStatus(await caller.get('/account'), 200).json;
      assert.equal(targets.length, 1, `round ${round}`);
    }
    t.diagnostic(`of ${ROUNDS} devices ${sooner} were sooner than the end`);
  });

  async function signingIn(turn, { email, password }) {
    const somebody = guest(turn);
    return { guest: somebody, answer: await somebody.post('/account/sessions/email', { email, password }) };
  }

  for (const [wrong, status] of [
    [9, 201],
    [10, 401],
  ]) {
    test(`that are told ${wrong} wrong codes at once answer the right one by ${status}`, async () => {
      for (let round = 0; round < ROUNDS / 5; round++) {
        const { userId, secret } = await told('/account/tokens/email', stranger());
        const guesses = await atOnce(wrong, (turn) =>
          guest(turn).post('/account/sessions/token', { userId, secret: otherThan(secret, turn) }),
        );
        guesses.forEach((answer) => assertRefused(answer, REFUSALS.token));
        assertStatus(await guest(round).post('/account/sessions/token', { userId, secret }), status);
      }
    });
  }
});

function unwrapped(secret) {
  return JSON.parse(Buffer.from(secret, 'base64')).secret;
}

function otherThan(code, turn) {
  return String((Number(code) + 1 + turn) % 1_000_000).padStart(6, '0');
}
