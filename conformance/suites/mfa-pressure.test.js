import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../harness/api-client.js';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  CHALLENGES,
  createChallenge,
  createRecoveryCodes,
  enrolAuthenticator,
  passChallenge,
  setMfa,
  verifyEmail,
} from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitCode } from '../harness/messages.js';
import { withinOneWindow } from '../harness/rate-limits.js';

/** The number of rounds of each race. */
const ROUNDS = Number(process.env.GATEHOUSE_ROUNDS ?? 20);

/** The number of concurrent requests in a race. */
const PARALLEL_REQUESTS = 32;

/** Cheap password hashes, because passwords are not tested here. */
const CHEAP_HASHING = { 'gatehouse.passwords.memory-kib': 64, 'gatehouse.passwords.iterations': 1 };

const NO_RATE_LIMITS = { 'gatehouse.rate-limits.enabled': false };

/** The number of sign-ins that are timed, and how many times slower they may be during an attack, on two cores. */
const SIGN_INS = 30;
const MAX_SLOWDOWN = 10;

/** Two nodes with one database. */
const fixture = suiteFixture(async (installation) => {
  const receiver = await MessageReceiver.open();
  const properties = { ...receiver.properties, ...CHEAP_HASHING, ...NO_RATE_LIMITS };
  const first = await installation.start(properties);
  const second = await installation.startNode(properties);
  return { installation, receiver, nodes: [first.url, second.url] };
}, `${MULTI_NODE_PROPERTIES}\ngatehouse.projects.demo.policies.session-limit=0\n`);

const nodeOf = (turn) => fixture.nodes[turn % fixture.nodes.length];
const guest = (turn = 0) => new ApiClient({}, nodeOf(turn));
const inParallel = (count, work) => Promise.all(Array.from({ length: count }, (_, turn) => work(turn)));
const removeAuthenticator = (client, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp });

async function signedInUser(turn) {
  const user = await guest(turn).signUp();
  return { user, guest: guest(turn), ...(await guest(turn).signIn(user)) };
}

/** @returns a user with MFA enabled, a verified e-mail address and an authenticator app */
async function userWithMfa(turn) {
  const alice = await signedInUser(turn);
  await verifyEmail(alice, fixture.receiver.url);
  const app = await enrolAuthenticator(alice.client);
  await setMfa(alice.client, true);
  return { ...alice, app };
}

describe(`of ${PARALLEL_REQUESTS} concurrent uses of one code on two nodes exactly one succeeds, in ${ROUNDS} rounds`, () => {
  /** Each request answers a challenge of its own; passing one of them uses up the code. */
  const separateChallenges = (factor) => (client) =>
    inParallel(PARALLEL_REQUESTS, () => createChallenge(client, factor));
  const sharedChallenge = (factor) => async (client) =>
    Array(PARALLEL_REQUESTS).fill(await createChallenge(client, factor));

  const races = {
    'one code of an app, to separate challenges,': {
      createUser: async (round) => userWithApp(round),
      challenges: separateChallenges('totp'),
      code: ({ app }) => app.code(),
    },
    'one code of an app, to one challenge,': {
      createUser: async (round) => userWithApp(round),
      challenges: sharedChallenge('totp'),
      code: ({ app }) => app.code(),
    },
    'one code by e-mail, to one challenge,': {
      createUser: async (round, before) => {
        if (before) return before;
        const alice = await signedInUser(round);
        await verifyEmail(alice, fixture.receiver.url);
        return alice;
      },
      challenges: sharedChallenge('email'),
      code: ({ user }, round) => awaitCode(user.email, round + 1, fixture.receiver.url),
    },
    'one recovery code, to separate challenges,': {
      createUser: async (round, before) => addRecoveryCodes(before ?? (await signedInUser(round))),
      challenges: separateChallenges('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
    'one recovery code, to one challenge,': {
      createUser: async (round, before) => addRecoveryCodes(before ?? (await signedInUser(round))),
      challenges: sharedChallenge('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
  };

  for (const [what, { createUser, challenges, code }] of Object.entries(races)) {
    test(`exactly one of ${PARALLEL_REQUESTS} concurrent answers with ${what} succeeds`, async () => {
      let alice;
      for (let round = 0; round < ROUNDS; round++) {
        alice = await createUser(round, alice);
        const ids = await challenges(alice.client);
        const otp = await code(alice, round);
        const responses = await inParallel(PARALLEL_REQUESTS, (turn) =>
          alice.client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp }),
        );
        assertOneOf(responses, 200, [REFUSALS.token], `${what}, round ${round}`);
      }
    });
  }

  test('a code of an app either passes a challenge or removes the app, not both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const alice = await userWithApp(round);
      await raceToRemove(alice, 'totp', alice.app.code(), `round ${round}`);
    }
  });

  test('a recovery code either passes a challenge or removes the app, not both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const alice = await addRecoveryCodes(await userWithApp(round));
      await raceToRemove(alice, 'recoveryCode', alice.codes.pop(), `round ${round}`);
    }
  });

  /** Removals use another session: in the session that passes a challenge, they would not need the code. */
  async function raceToRemove({ client, guest, user }, factor, otp, hint) {
    const { client: other } = await guest.signIn(user);
    const ids = await separateChallenges(factor)(client);
    const responses = await inParallel(PARALLEL_REQUESTS, (turn) =>
      turn % 4 < 2
        ? client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp })
        : removeAuthenticator(other.withOrigin(nodeOf(turn)), otp),
    );
    assertOneOf(responses, [200, 204], [REFUSALS.token, REFUSALS.authenticator], hint);
  }

  async function userWithApp(round) {
    const alice = await signedInUser(round);
    return { ...alice, app: await enrolAuthenticator(alice.client) };
  }

  async function addRecoveryCodes(alice) {
    return alice.codes?.length > 0 ? alice : { ...alice, codes: await createRecoveryCodes(alice.client) };
  }

  function assertOneOf(responses, success, refusals, hint) {
    const refused = responses.filter(({ status }) => ![success].flat().includes(status));
    for (const response of refused) {
      assertRefused(response, refusals.find(({ type }) => type === response.json.type) ?? refusals[0], hint);
    }
    assert.equal(responses.length - refused.length, 1, hint);
  }
});

describe('concurrent enrolments on two nodes', () => {
  test(`of eight concurrent enrolments one app is verified, and by one of four concurrent requests`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { client } = await signedInUser(round);
      const enrolments = await inParallel(8, (turn) => client.withOrigin(nodeOf(turn)).post(AUTHENTICATOR));
      enrolments.forEach((response) => assertStatus(response, 200));
      const verified = await verifiedApps(
        client,
        enrolments.map(({ json }) => new AuthenticatorApp(json.uri)),
      );
      assert.equal(verified.length, 1, `round ${round}`);
    }
  });

  test(`exactly one of ${PARALLEL_REQUESTS} concurrent requests creates recovery codes`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { client } = await signedInUser(round);
      const responses = await inParallel(PARALLEL_REQUESTS, (turn) =>
        client.withOrigin(nodeOf(turn)).post('/account/mfa/recovery-codes'),
      );
      const refused = responses.filter(({ status }) => status !== 201);
      refused.forEach((response) => assertRefused(response, REFUSALS.recoveryCodesExist));
      assert.equal(responses.length - refused.length, 1);
    }
  });

  /** @returns an app for each response that confirms a verification */
  async function verifiedApps(client, apps) {
    const verified = [];
    for (const app of apps) {
      const responses = await inParallel(4, (turn) =>
        client.withOrigin(nodeOf(turn)).put(AUTHENTICATOR, { otp: app.code() }),
      );
      for (const response of responses) {
        if (response.status === 200) verified.push(app);
        else assertRefused(response, response.status === 409 ? REFUSALS.authenticatorVerified : REFUSALS.token);
      }
    }
    return verified;
  }
});

describe('changes of factors that are concurrent to challenges, on two nodes', () => {
  test(`removing an app while its challenge is answered leaves the session complete only if the answer succeeded, in ${ROUNDS} rounds`, async (t) => {
    let passedCount = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { app, client, guest, user } = await userWithMfa(round);
      await passChallenge(client, 'recoveryCode', (await createRecoveryCodes(client))[0]);
      const { client: second } = await guest.signIn(user);
      const challengeId = await createChallenge(second, 'totp');
      const otp = app.code();
      const [removed, passed, ...reads] = await Promise.all([
        client.withOrigin(nodeOf(round)).delete(AUTHENTICATOR),
        second.withOrigin(nodeOf(round + 1)).put(CHALLENGES, { challengeId, otp }),
        ...Array.from({ length: 4 }, (_, turn) => second.withOrigin(nodeOf(turn)).get('/account')),
      ]);
      assertStatus(removed, 204);
      if (passed.status !== 200) assertRefused(passed, REFUSALS.token, `round ${round}`);
      else passedCount++;
      reads.forEach((read) => read.status === 200 || assertRefused(read, REFUSALS.moreFactors, `round ${round}`));
      const afterwards = await second.get('/account');
      if (passed.status === 200) assertStatus(afterwards, 200);
      else assertRefused(afterwards, REFUSALS.moreFactors, `round ${round}`);
      const afterRemoval = { challengeId: await createChallenge(second, 'totp'), otp: app.code() };
      assertRefused(await second.put(CHALLENGES, afterRemoval), REFUSALS.token, `round ${round}`);
    }
    t.diagnostic(`${passedCount} of ${ROUNDS} answers preceded the removal`);
  });

  test('while MFA is enabled and disabled repeatedly, no session that lacks a factor can read the account', async (t) => {
    const { client, guest, user } = await userWithMfa(0);
    const changes = [{ begin: -Infinity, end: performance.now(), on: true }];
    const reads = [];
    const sessions = [];
    let done = false;

    await Promise.all([toggleMfa(), ...Array.from({ length: 4 }, (_, lane) => signInRepeatedly(lane))]);

    const counts = { true: 0, false: 0 };
    for (const read of reads) {
      const on = mfaDuring(read);
      if (on === undefined) continue;
      counts[on]++;
      if (on) assertRefused(read.response, REFUSALS.moreFactors);
      else assertStatus(read.response, 200);
    }
    t.diagnostic(`${reads.length} sign-ins: ${counts.true} with MFA enabled, ${counts.false} with MFA disabled`);
    assert.ok(counts.true > 0 && counts.false > 0);
    await setMfa(client, true);
    for (const session of sessions) assertRefused(await session.get('/account'), REFUSALS.moreFactors);

    async function toggleMfa() {
      for (let turn = 0; turn < 2 * ROUNDS; turn++) {
        const on = turn % 2 === 1;
        const begin = performance.now();
        await setMfa(client.withOrigin(nodeOf(turn >> 1)), on);
        changes.push({ begin, end: performance.now(), on });
        await pause(30);
      }
      done = true;
    }

    async function signInRepeatedly(lane) {
      for (let turn = lane; !done; turn++) {
        const { client: session } = await guest.withOrigin(nodeOf(turn)).signIn(user);
        sessions.push(session);
        const begin = performance.now();
        const response = await session.withOrigin(nodeOf(turn >> 1)).get('/account');
        if (response.status !== 200) assertRefused(response, REFUSALS.moreFactors);
        reads.push({ begin, end: performance.now(), response });
      }
    }

    /** @returns whether MFA was enabled during the whole interval; undefined if it was changed within it */
    function mfaDuring({ begin, end }) {
      if (changes.some((change) => change.begin < end && change.end > begin)) return undefined;
      return changes.findLast((change) => change.end <= begin).on;
    }
  });
});

describe('wrong codes for challenges', () => {
  for (const [wrong, refusal] of [
    [9, undefined],
    [10, REFUSALS.token],
  ]) {
    test(`${wrong} concurrent wrong codes on two nodes ${refusal ? 'withdraw' : 'do not withdraw'} the challenge`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { client } = await signedInUser(round);
        const [code] = await createRecoveryCodes(client);
        const challengeId = await createChallenge(client, 'recoveryCode');
        const guesses = await inParallel(wrong, (turn) =>
          client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId, otp: wrongCode(turn) }),
        );
        guesses.forEach((response) => assertRefused(response, REFUSALS.token));
        const response = await client.put(CHALLENGES, { challengeId, otp: code });
        if (refusal) assertRefused(response, refusal, `round ${round}`);
        else assertStatus(response, 200);
      }
    });
  }

  test('a thousand wrong codes withdraw the attacked challenge and no other', async () => {
    const alice = await signedInUser(0);
    const { client, user } = alice;
    await verifyEmail(alice, fixture.receiver.url);
    const [attacked, other] = [await createChallenge(client, 'email'), await createChallenge(client, 'email')];
    const codes = [
      await awaitCode(user.email, 1, fixture.receiver.url),
      await awaitCode(user.email, 2, fixture.receiver.url),
    ];
    const responses = await runInLanes(1000, 16, (turn) =>
      client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId: attacked, otp: wrongCode(turn) }),
    );
    responses.forEach((response) => assertRefused(response, REFUSALS.token));
    for (const otp of codes) {
      assertRefused(await client.put(CHALLENGES, { challengeId: attacked, otp }), REFUSALS.token);
    }
    const passes = [];
    for (const otp of codes) passes.push((await client.put(CHALLENGES, { challengeId: other, otp })).status);
    assert.ok(passes.includes(200), `${passes}`);
  });

  test(
    'a thousand wrong codes are rate-limited, and do not slow down sign-ins of other users',
    withinOneWindow(async (t) => {
      const limitedNode = await fixture.installation.startNode({
        ...fixture.receiver.properties,
        'gatehouse.rate-limits.enabled': true,
      });
      const { client } = await signedInUser(0);
      const codes = await createRecoveryCodes(client);
      const attacker = client.withOrigin(limitedNode.url);
      const ids = [];
      for (let i = 0; i < 10; i++) ids.push(await createChallenge(attacker, 'recoveryCode'));
      assertRefused(await attacker.post(CHALLENGES, { factor: 'recoveryCode' }), REFUSALS.rateLimit);

      const other = new ApiClient({}, limitedNode.url);
      const user = await other.signUp();
      await timedSignIns(10);
      const before = median(await timedSignIns(SIGN_INS));

      let signedIn = false;
      const [responses, times] = await Promise.all([
        runInLanes(1000, 8, guess, () => !signedIn),
        timedSignIns(SIGN_INS).finally(() => (signedIn = true)),
      ]);
      const during = median(times);
      t.diagnostic(
        `sign-in: median ${before.toFixed(1)} ms, during ${responses.length} guesses ${during.toFixed(1)} ms`,
      );

      const evaluated = responses.filter(({ status }) => status !== 429);
      evaluated.forEach((response) => assertRefused(response, REFUSALS.token));
      assert.equal(evaluated.length, 100, 'ten for each challenge');
      assertRefused(responses.at(-1), REFUSALS.rateLimit);
      for (const challengeId of ids) {
        const right = { challengeId, otp: codes[0] };
        assertRefused(await attacker.put(CHALLENGES, right), REFUSALS.rateLimit);
        assertRefused(await client.put(CHALLENGES, right), REFUSALS.token, 'withdrawn');
      }
      await limitedNode.stop();
      assert.ok(during < before * MAX_SLOWDOWN, `${during} ms instead of ${before} ms`);

      function guess(turn) {
        return attacker.put(CHALLENGES, { challengeId: ids[turn % ids.length], otp: wrongCode(turn) });
      }

      async function timedSignIns(count) {
        const times = [];
        for (let i = 0; i < count; i++) {
          const begin = performance.now();
          await other.signIn(user);
          times.push(performance.now() - begin);
        }
        return times;
      }
    }),
  );
});

/** Calls `work` `count` times, from `lanes` parallel loops, and then as long as `goOn` returns true. */
async function runInLanes(count, lanes, work, goOn = () => false) {
  const results = [];
  let turn = 0;
  const lane = async () => {
    while (turn < count || goOn()) results.push(await work(turn++));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** @returns a text that is neither a code of a message nor a recovery code */
function wrongCode(turn) {
  return `wrong ${turn}`;
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}
