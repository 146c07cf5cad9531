import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { Caller } from '../harness/caller.js';
import { SEVERAL_NODES } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  challenged,
  CHALLENGES,
  enrolled,
  passed,
  recoveryCodesOf,
  switched,
  verifiedEmail,
} from '../harness/factors.js';
import { lentToSuite } from '../harness/installation.js';
import { codeTo } from '../harness/mailbox.js';
import { PostOffice } from '../harness/post-office.js';
import { inOneHour } from '../harness/rate-limits.js';

/** How often each race is run. */
const ROUNDS = Number(process.env.GATEHOUSE_ROUNDS ?? 20);

/** How many want the same thing at once. */
const RIVALS = 32;

/** Passwords are not what is tested here. */
const CHEAP = { 'gatehouse.passwords.memory-kib': 64, 'gatehouse.passwords.iterations': 1 };

const FREELY = { 'gatehouse.rate-limits.enabled': false };

/** How many sign-ins are timed, and how many times as long they may take beside an attack on a machine of two cores. */
const SIGN_INS = 30;
const PACE = 10;

/** Two nodes on one database. */
const house = lentToSuite(async (installation) => {
  const office = await PostOffice.open();
  const properties = { ...office.properties, ...CHEAP, ...FREELY };
  const first = await installation.start(properties);
  const second = await installation.join(properties);
  return { installation, office, nodes: [first.url, second.url] };
}, `${SEVERAL_NODES}\ngatehouse.projects.demo.policies.session-limit=0\n`);

const nodeOf = (turn) => house.nodes[turn % house.nodes.length];
const guest = (turn = 0) => new Caller({}, nodeOf(turn));
const atOnce = (count, work) => Promise.all(Array.from({ length: count }, (_, turn) => work(turn)));
const removed = (caller, otp) => caller.sendJson('DELETE', AUTHENTICATOR, { otp });

async function member(turn) {
  const person = await guest(turn).signUp();
  return { person, guest: guest(turn), ...(await guest(turn).signIn(person)) };
}

/** Somebody who needs two factors even without an app, and has one. */
async function guarded(turn) {
  const somebody = await member(turn);
  await verifiedEmail(somebody, house.office.url);
  const app = await enrolled(somebody.caller);
  await switched(somebody.caller, true);
  return { ...somebody, app };
}

describe(`of ${RIVALS} who use one code at once, at two nodes, one succeeds: ${ROUNDS} times`, () => {
  /** Each rival has a challenge of their own, and whoever passes it, or any of them, uses up the code. */
  const eachTheirOwn = (factor) => (caller) => atOnce(RIVALS, () => challenged(caller, factor));
  const allTheSame = (factor) => async (caller) => Array(RIVALS).fill(await challenged(caller, factor));

  const races = {
    'of an app, each for a challenge of their own': {
      somebody: async (round) => withApp(round),
      challenges: eachTheirOwn('totp'),
      code: ({ app }) => app.code(),
    },
    'of an app, all for one challenge': {
      somebody: async (round) => withApp(round),
      challenges: allTheSame('totp'),
      code: ({ app }) => app.code(),
    },
    'by mail': {
      somebody: async (round, before) => {
        if (before) return before;
        const somebody = await member(round);
        await verifiedEmail(somebody, house.office.url);
        return somebody;
      },
      challenges: allTheSame('email'),
      code: ({ person }, round) => codeTo(person.email, round + 1, house.office.url),
    },
    'for recovery, each for a challenge of their own': {
      somebody: async (round, before) => withCodes(before ?? (await member(round))),
      challenges: eachTheirOwn('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
    'for recovery, all for one challenge': {
      somebody: async (round, before) => withCodes(before ?? (await member(round))),
      challenges: allTheSame('recoveryCode'),
      code: ({ codes }) => codes.pop(),
    },
  };

  for (const [what, { somebody, challenges, code }] of Object.entries(races)) {
    test(what, async () => {
      let one;
      for (let round = 0; round < ROUNDS; round++) {
        one = await somebody(round, one);
        const ids = await challenges(one.caller);
        const otp = await code(one, round);
        const answers = await atOnce(RIVALS, (turn) =>
          one.caller.at(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp }),
        );
        assertOneOf(answers, 200, [REFUSALS.token], `${what}, round ${round}`);
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
  async function raceToRemove({ caller, guest, person }, factor, otp, hint) {
    const { caller: other } = await guest.signIn(person);
    const ids = await eachTheirOwn(factor)(caller);
    const answers = await atOnce(RIVALS, (turn) =>
      turn % 4 < 2
        ? caller.at(nodeOf(turn)).put(CHALLENGES, { challengeId: ids[turn], otp })
        : removed(other.at(nodeOf(turn)), otp),
    );
    assertOneOf(answers, [200, 204], [REFUSALS.token, REFUSALS.authenticator], hint);
  }

  async function withApp(round) {
    const somebody = await member(round);
    return { ...somebody, app: await enrolled(somebody.caller) };
  }

  async function withCodes(somebody) {
    return somebody.codes?.length > 0 ? somebody : { ...somebody, codes: await recoveryCodesOf(somebody.caller) };
  }

  function assertOneOf(answers, success, refusals, hint) {
    const refused = answers.filter(({ status }) => ![success].flat().includes(status));
    for (const answer of refused) {
      assertRefused(answer, refusals.find(({ type }) => type === answer.json.type) ?? refusals[0], hint);
    }
    assert.equal(answers.length - refused.length, 1, hint);
  }
});

describe('of those who enrol at once, at two nodes', () => {
  test(`the secret of one counts, and ${RIVALS} who show its code verify it once`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caller } = await member(round);
      const begun = await atOnce(8, (turn) => caller.at(nodeOf(turn)).post(AUTHENTICATOR));
      begun.forEach((answer) => assertStatus(answer, 200));
      const verified = await verifiedAmong(
        caller,
        begun.map(({ json }) => new AuthenticatorApp(json.uri)),
      );
      assert.equal(verified.length, 1, `round ${round}`);
    }
  });

  test(`of ${RIVALS} who want recovery codes one gets them`, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { caller } = await member(round);
      const answers = await atOnce(RIVALS, (turn) => caller.at(nodeOf(turn)).post('/account/mfa/recovery-codes'));
      const refused = answers.filter(({ status }) => status !== 201);
      refused.forEach((answer) => assertRefused(answer, REFUSALS.recoveryCodesExist));
      assert.equal(answers.length - refused.length, 1);
    }
  });

  /** @returns the app of each answer that says it is verified */
  async function verifiedAmong(caller, apps) {
    const verified = [];
    for (const app of apps) {
      const answers = await atOnce(4, (turn) => caller.at(nodeOf(turn)).put(AUTHENTICATOR, { otp: app.code() }));
      for (const answer of answers) {
        if (answer.status === 200) verified.push(app);
        else assertRefused(answer, answer.status === 409 ? REFUSALS.authenticatorVerified : REFUSALS.token);
      }
    }
    return verified;
  }
});

describe('while factors come and go, at two nodes', () => {
  test(`an app that is let go at the very moment passes its challenge or does not: ${ROUNDS} times`, async (t) => {
    let sooner = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { app, caller, guest, person } = await guarded(round);
      await passed(caller, 'recoveryCode', (await recoveryCodesOf(caller))[0]);
      const { caller: second } = await guest.signIn(person);
      const challengeId = await challenged(second, 'totp');
      const otp = app.code();
      const [gone, answered, ...looks] = await Promise.all([
        caller.at(nodeOf(round)).delete(AUTHENTICATOR),
        second.at(nodeOf(round + 1)).put(CHALLENGES, { challengeId, otp }),
        ...Array.from({ length: 4 }, (_, turn) => second.at(nodeOf(turn)).get('/account')),
      ]);
      assertStatus(gone, 204);
      if (answered.status !== 200) assertRefused(answered, REFUSALS.token, `round ${round}`);
      else sooner++;
      looks.forEach((look) => look.status === 200 || assertRefused(look, REFUSALS.moreFactors, `round ${round}`));
      const afterwards = await second.get('/account');
      if (answered.status === 200) assertStatus(afterwards, 200);
      else assertRefused(afterwards, REFUSALS.moreFactors, `round ${round}`);
      const late = { challengeId: await challenged(second, 'totp'), otp: app.code() };
      assertRefused(await second.put(CHALLENGES, late), REFUSALS.token, `round ${round}`);
    }
    t.diagnostic(`of ${ROUNDS} answers ${sooner} were sooner than the removal`);
  });

  test('nobody gets in with a factor too few while the second one is switched on and off', async (t) => {
    const { caller, guest, person } = await guarded(0);
    const switches = [{ begin: -Infinity, end: performance.now(), on: true }];
    const looks = [];
    const sessions = [];
    let done = false;

    await Promise.all([switchingOnAndOff(), ...Array.from({ length: 4 }, (_, lane) => signingIn(lane))]);

    const certain = { true: 0, false: 0 };
    for (const look of looks) {
      const on = stateDuring(look);
      if (on === undefined) continue;
      certain[on]++;
      if (on) assertRefused(look.answer, REFUSALS.moreFactors);
      else assertStatus(look.answer, 200);
    }
    t.diagnostic(`${looks.length} sign-ins: ${certain.true} while it was on, ${certain.false} while it was off`);
    assert.ok(certain.true > 0 && certain.false > 0);
    await switched(caller, true);
    for (const session of sessions) assertRefused(await session.get('/account'), REFUSALS.moreFactors);

    async function switchingOnAndOff() {
      for (let turn = 0; turn < 2 * ROUNDS; turn++) {
        const on = turn % 2 === 1;
        const begin = performance.now();
        await switched(caller.at(nodeOf(turn >> 1)), on);
        switches.push({ begin, end: performance.now(), on });
        await pause(30);
      }
      done = true;
    }

    async function signingIn(lane) {
      for (let turn = lane; !done; turn++) {
        const { caller: session } = await guest.at(nodeOf(turn)).signIn(person);
        sessions.push(session);
        const begin = performance.now();
        const answer = await session.at(nodeOf(turn >> 1)).get('/account');
        if (answer.status !== 200) assertRefused(answer, REFUSALS.moreFactors);
        looks.push({ begin, end: performance.now(), answer });
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
        const { caller } = await member(round);
        const [code] = await recoveryCodesOf(caller);
        const challengeId = await challenged(caller, 'recoveryCode');
        const guesses = await atOnce(wrong, (turn) =>
          caller.at(nodeOf(turn)).put(CHALLENGES, { challengeId, otp: wrongCode(turn) }),
        );
        guesses.forEach((answer) => assertRefused(answer, REFUSALS.token));
        const answer = await caller.put(CHALLENGES, { challengeId, otp: code });
        if (refusal) assertRefused(answer, refusal, `round ${round}`);
        else assertStatus(answer, 200);
      }
    });
  }

  test('by the thousand withdraw a challenge, and no other one', async () => {
    const somebody = await member(0);
    const { caller, person } = somebody;
    await verifiedEmail(somebody, house.office.url);
    const [attacked, other] = [await challenged(caller, 'email'), await challenged(caller, 'email')];
    const codes = [await codeTo(person.email, 1, house.office.url), await codeTo(person.email, 2, house.office.url)];
    const answers = await spread(1000, 16, (turn) =>
      caller.at(nodeOf(turn)).put(CHALLENGES, { challengeId: attacked, otp: wrongCode(turn) }),
    );
    answers.forEach((answer) => assertRefused(answer, REFUSALS.token));
    for (const otp of codes) {
      assertRefused(await caller.put(CHALLENGES, { challengeId: attacked, otp }), REFUSALS.token);
    }
    const passes = [];
    for (const otp of codes) passes.push((await caller.put(CHALLENGES, { challengeId: other, otp })).status);
    assert.ok(passes.includes(200), `${passes}`);
  });

  test(
    'by the thousand are counted where limits are on, and others sign in as they did before',
    inOneHour(async (t) => {
      const limited = await house.installation.join({
        ...house.office.properties,
        'gatehouse.rate-limits.enabled': true,
      });
      const { caller } = await member(0);
      const codes = await recoveryCodesOf(caller);
      const attacker = caller.at(limited.url);
      const ids = [];
      for (let time = 0; time < 10; time++) ids.push(await challenged(attacker, 'recoveryCode'));
      assertRefused(await attacker.post(CHALLENGES, { factor: 'recoveryCode' }), REFUSALS.rate);

      const neighbour = new Caller({}, limited.url);
      const person = await neighbour.signUp();
      await timedSignIns(10);
      const quiet = median(await timedSignIns(SIGN_INS));

      let signedIn = false;
      const [answers, times] = await Promise.all([
        spread(1000, 8, guessing, () => !signedIn),
        timedSignIns(SIGN_INS).finally(() => (signedIn = true)),
      ]);
      const attacked = median(times);
      t.diagnostic(
        `sign-in: median ${quiet.toFixed(1)} ms, beside ${answers.length} guesses ${attacked.toFixed(1)} ms`,
      );

      const judged = answers.filter(({ status }) => status !== 429);
      judged.forEach((answer) => assertRefused(answer, REFUSALS.token));
      assert.equal(judged.length, 100, 'ten for each challenge');
      assertRefused(answers.at(-1), REFUSALS.rate);
      for (const challengeId of ids) {
        const right = { challengeId, otp: codes[0] };
        assertRefused(await attacker.put(CHALLENGES, right), REFUSALS.rate);
        assertRefused(await caller.put(CHALLENGES, right), REFUSALS.token, 'withdrawn');
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
          await neighbour.signIn(person);
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
