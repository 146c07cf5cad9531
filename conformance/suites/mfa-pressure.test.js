import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { ApiClient } from '../harness/api-client.js';
import { MULTI_NODE_PROPERTIES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  createChallenge,
  CHALLENGES,
  enrolAuthenticator,
  passChallenge,
  createRecoveryCodes,
  setMfa,
  verifyEmail,
} from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { awaitCode } from '../harness/messages.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { withinOneHour } from '../harness/rate-limits.js';

/** How often each race is run. */
const ROUNDS = Number(process.env.GATEHOUSE_ROUNDS ?? 20);

/** How many want the same thing at once. */
const PARALLEL_REQUESTS = 32;

/** Passwords are not what is tested here. */
const CHEAP_HASHING = { 'gatehouse.passwords.memory-kib': 64, 'gatehouse.passwords.iterations': 1 };

const NO_RATE_LIMITS = { 'gatehouse.rate-limits.enabled': false };

/** How many sign-ins are timed, and how many times as long they may take beside an attack on a machine of two cores. */
const SIGN_INS = 30;
const PACE = 10;

/** Two nodes on one database. */
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

/** Somebody who needs two factors even without an app, and has one. */
async function userWithMfa(turn) {
  const alice = await signedInUser(turn);
  await verifyEmail(alice, fixture.receiver.url);
  const app = await enrolAuthenticator(alice.client);
  await setMfa(alice.client, true);
  return { ...alice, app };
}

describe(`of ${PARALLEL_REQUESTS} who use one code at once, at two nodes, one succeeds: ${ROUNDS} times`, () => {
  /** Each rival has a challenge of their own, and whoever passes it, or any of them, uses up the code. */
  const eachTheirOwn = (factor) => (client) => inParallel(PARALLEL_REQUESTS, () => createChallenge(client, factor));
  const allTheSame = (factor) => async (client) => Array(PARALLEL_REQUESTS).fill(await createChallenge(client, factor));

  const races = {
    'of an app, each for a challenge of their own': {
      alice: async (round) => withApp(round),
      challenges: eachTheirOwn('totp'),
      code: ({ app }) => app.code(),
    },
    'of an app, all for one challenge': {
      alice: async (round) => withApp(round),
      challenges: allTheSame('totp'),
      code: ({ app }) => app.code(),
    },
    'by mail': {
      alice: async (round, before) => {
        if (before) return before;
        const alice = await signedInUser(round);
        await verifyEmail(alice, fixture.receiver.url);
        return alice;
      },
      challenges: allTheSame('email'),
      code: ({ user }, round) => awaitCode(user.email, round + 1, fixture.receiver.url),
    },
    'for recovery, each for a challenge of their own': {
      alice: async (round, before) => withCodes(before ?? (await signedInUser(round))),
      challenges: eachTheirOwn('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
    'for recovery, all for one challenge': {
      alice: async (round, before) => withCodes(before ?? (await signedInUser(round))),
      challenges: allTheSame('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
  };

  for (const [what, { alice, challenges, code }] of Object.entries(races)) {
    test(what, async () => {
      let one;
      for (let round = 0; round < ROUNDS; round++) {
        one = await alice(round, one);
        const ids = await challenges(one.client);
        const otp = await code(one, round);
        const responses = await inParallel(PARALLEL_REQUESTS, (turn) =>
          one.client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp }),
        );
        assertOneOf(responses, 200, [REFUSALS.token], `${what}, round ${round}`);
      }
    });
  }

  test('of an app, for a challenge or to let the app go', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await withApp(round);
      await raceToRemove(one, 'totp', one.app.code(), `round ${round}`);
    }
  });

  test('for recovery, for a challenge or to let an app go', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const one = await withCodes(await withApp(round));
      await raceToRemove(one, 'recoveryCode', one.codes.pop(), `round ${round}`);
    }
  });

  /** Whoever passes a challenge may do more in that session, so removals are asked for in another one. */
  async function raceToRemove({ client, guest, user }, factor, otp, hint) {
    const { client: other } = await guest.signIn(user);
    const ids = await eachTheirOwn(factor)(client);
    const responses = await inParallel(PARALLEL_REQUESTS, (turn) =>
      turn % 4 < 2
        ? client.withOrigin(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp })
        : removeAuthenticator(other.withOrigin(nodeOf(turn)), otp),
    );
    assertOneOf(responses, [200, 204], [REFUSALS.token, REFUSALS.authenticator], hint);
  }

  async function withApp(round) {
    const alice = await signedInUser(round);
    return { ...alice, app: await enrolAuthenticator(alice.client) };
  }

  async function withCodes(alice) {
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

describe('of those who enrol at once, at two nodes', () => {
  test(`the secret of one counts, and ${PARALLEL_REQUESTS} who show its code verify it once`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { client } = await signedInUser(round);
      const enrolments = await inParallel(8, (turn) => client.withOrigin(nodeOf(turn)).post(AUTHENTICATOR));
      enrolments.forEach((response) => assertStatus(response, 200));
      const verified = await verifiedAmong(
        client,
        enrolments.map(({ json }) => new AuthenticatorApp(json.uri)),
      );
      assert.equal(verified.length, 1, `round ${round}`);
    }
  });

  test(`of ${PARALLEL_REQUESTS} who want recovery codes one gets them`, async () => {
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

  /** @returns the app of each answer that says it is verified */
  async function verifiedAmong(client, apps) {
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

describe('while factors come and go, at two nodes', () => {
  test(`an app that is let go at the very moment passes its challenge or does not: ${ROUNDS} times`, async (t) => {
    let sooner = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { app, client, guest, user } = await userWithMfa(round);
      await passChallenge(client, 'recoveryCode', (await createRecoveryCodes(client))[0]);
      const { client: second } = await guest.signIn(user);
      const challengeId = await createChallenge(second, 'totp');
      const otp = app.code();
      const [gone, answered, ...reads] = await Promise.all([
        client.withOrigin(nodeOf(round)).delete(AUTHENTICATOR),
        second.withOrigin(nodeOf(round + 1)).put(CHALLENGES, { challengeId, otp }),
        ...Array.from({ length: 4 }, (_, turn) => second.withOrigin(nodeOf(turn)).get('/account')),
      ]);
      assertStatus(gone, 204);
      if (answered.status !== 200) assertRefused(answered, REFUSALS.token, `round ${round}`);
      else sooner++;
      reads.forEach((read) => read.status === 200 || assertRefused(read, REFUSALS.moreFactors, `round ${round}`));
      const afterwards = await second.get('/account');
      if (answered.status === 200) assertStatus(afterwards, 200);
      else assertRefused(afterwards, REFUSALS.moreFactors, `round ${round}`);
      const late = { challengeId: await createChallenge(second, 'totp'), otp: app.code() };
      assertRefused(await second.put(CHALLENGES, late), REFUSALS.token, `round ${round}`);
    }
    t.diagnostic(`of ${ROUNDS} answers ${sooner} were sooner than the removal`);
  });

  test('nobody gets in with a factor too few while the second one is switched on and off', async (t) => {
    const { client, guest, user } = await userWithMfa(0);
    const switches = [{ begin: -Infinity, end: performance.now(), on: true }];
    const reads = [];
    const sessions = [];
    let done = false;

    await Promise.all([switchingOnAndOff(), ...Array.from({ length: 4 }, (_, lane) => signingIn(lane))]);

    const certain = { true: 0, false: 0 };
    for (const read of reads) {
      const on = stateDuring(read);
      if (on === undefined) continue;
      certain[on]++;
      if (on) assertRefused(read.response, REFUSALS.moreFactors);
      else assertStatus(read.response, 200);
    }
    t.diagnostic(`${reads.length} sign-ins: ${certain.true} while it was on, ${certain.false} while it was off`);
    assert.ok(certain.true > 0 && certain.false > 0);
    await setMfa(client, true);
    for (const session of sessions) assertRefused(await session.get('/account'), REFUSALS.moreFactors);

    async function switchingOnAndOff() {
      for (let turn = 0; turn < 2 * ROUNDS; turn++) {
        const on = turn % 2 === 1;
        const begin = performance.now();
        await setMfa(client.withOrigin(nodeOf(turn >> 1)), on);
        switches.push({ begin, end: performance.now(), on });
        await pause(30);
      }
      done = true;
    }

    async function signingIn(lane) {
      for (let turn = lane; !done; turn++) {
        const { client: session } = await guest.withOrigin(nodeOf(turn)).signIn(user);
        sessions.push(session);
        const begin = performance.now();
        const response = await session.withOrigin(nodeOf(turn >> 1)).get('/account');
        if (response.status !== 200) assertRefused(response, REFUSALS.moreFactors);
        reads.push({ begin, end: performance.now(), response });
      }
    }

    /** @returns whether it was on during all of that; undefined if it was being switched */
    function stateDuring({ begin, end }) {
      if (switches.some((one) => one.begin < end && one.end > begin)) return undefined;
      return switches.findLast((one) => one.end <= begin).on;
    }
  });
});

describe('wrong codes', () => {
  for (const [wrong, refusal] of [
    [9, undefined],
    [10, REFUSALS.token],
  ]) {
    test(`of which ${wrong} are told at once, at two nodes, ${refusal ? 'withdraw' : 'leave'} the challenge`, async () => {
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

  test('by the thousand withdraw a challenge, and no other one', async () => {
    const alice = await signedInUser(0);
    const { client, user } = alice;
    await verifyEmail(alice, fixture.receiver.url);
    const [attacked, other] = [await createChallenge(client, 'email'), await createChallenge(client, 'email')];
    const codes = [
      await awaitCode(user.email, 1, fixture.receiver.url),
      await awaitCode(user.email, 2, fixture.receiver.url),
    ];
    const responses = await spread(1000, 16, (turn) =>
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
    'by the thousand are counted where limits are on, and others sign in as they did before',
    withinOneHour(async (t) => {
      const limited = await fixture.installation.startNode({
        ...fixture.receiver.properties,
        'gatehouse.rate-limits.enabled': true,
      });
      const { client } = await signedInUser(0);
      const codes = await createRecoveryCodes(client);
      const attacker = client.withOrigin(limited.url);
      const ids = [];
      for (let time = 0; time < 10; time++) ids.push(await createChallenge(attacker, 'recoveryCode'));
      assertRefused(await attacker.post(CHALLENGES, { factor: 'recoveryCode' }), REFUSALS.rateLimit);

      const neighbour = new ApiClient({}, limited.url);
      const user = await neighbour.signUp();
      await timedSignIns(10);
      const quiet = median(await timedSignIns(SIGN_INS));

      let signedIn = false;
      const [responses, times] = await Promise.all([
        spread(1000, 8, guessing, () => !signedIn),
        timedSignIns(SIGN_INS).finally(() => (signedIn = true)),
      ]);
      const attacked = median(times);
      t.diagnostic(
        `sign-in: median ${quiet.toFixed(1)} ms, beside ${responses.length} guesses ${attacked.toFixed(1)} ms`,
      );

      const judged = responses.filter(({ status }) => status !== 429);
      judged.forEach((response) => assertRefused(response, REFUSALS.token));
      assert.equal(judged.length, 100, 'ten for each challenge');
      assertRefused(responses.at(-1), REFUSALS.rateLimit);
      for (const challengeId of ids) {
        const right = { challengeId, otp: codes[0] };
        assertRefused(await attacker.put(CHALLENGES, right), REFUSALS.rateLimit);
        assertRefused(await client.put(CHALLENGES, right), REFUSALS.token, 'withdrawn');
      }
      await limited.stop();
      assert.ok(attacked < quiet * PACE, `${attacked} ms instead of ${quiet} ms`);

      function guessing(turn) {
        return attacker.put(CHALLENGES, { challengeId: ids[turn % ids.length], otp: wrongCode(turn) });
      }

      async function timedSignIns(count) {
        const times = [];
        for (let time = 0; time < count; time++) {
          const begin = performance.now();
          await neighbour.signIn(user);
          times.push(performance.now() - begin);
        }
        return times;
      }
    }),
  );
});

/** Does it so many times, so many at once, and goes on as long as it should. */
async function spread(count, lanes, work, goesOn = () => false) {
  const results = [];
  let turn = 0;
  const lane = async () => {
    while (turn < count || goesOn()) results.push(await work(turn++));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Neither what mails carry nor what recovery codes are. */
function wrongCode(turn) {
  return `wrong ${turn}`;
}

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}
