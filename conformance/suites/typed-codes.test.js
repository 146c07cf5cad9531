import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import {
  addVerifiedPhone,
  answerNewChallenge,
  AUTHENTICATOR,
  CHALLENGES,
  createChallenge,
  createRecoveryCodes,
  enrolAuthenticator,
  startEnrolment,
  verifyEmail,
} from '../harness/factors.js';
import { awaitCode } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const withDigitsFrom = (zero) => (code) =>
  code.replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0) + Number(digit)));
const separatedBy = (separator) => (code) => code.slice(0, 3) + separator + code.slice(3);

/** How people and programs send a code. */
const SPELLINGS = {
  'with blanks around it': (code) => `\t ${code} \r\n`,
  'with a space': separatedBy(' '),
  'with a no-break space': separatedBy('\u00a0'),
  'with a thin space': separatedBy('\u2009'),
  'with a line break': separatedBy('\r\n'),
  'with a hyphen': separatedBy('-'),
  'with a dash': separatedBy('\u2013'),
  'with a soft hyphen': separatedBy('\u00ad'),
  'with zero-width characters': (code) => `\ufeff${[...code].join('\u200b')}\u2060`,
  'with marks of direction': (code) => `\u2066${code}\u2069`,
  'in full-width digits': withDigitsFrom('０'),
  'in Arabic digits': withDigitsFrom('\u0660'),
  'in Devanagari digits': withDigitsFrom('\u0966'),
  'as a number': Number,
};

for (const [spelling, typed] of Object.entries(SPELLINGS)) {
  describe(`a code ${spelling}`, () => {
    test('by e-mail opens a session', async () => {
      const { userId, email } = randomUser();
      assertStatus(await new ApiClient().post('/account/tokens/email', { userId, email }), 201);
      const secret = typed(await awaitCode(email));
      assertStatus(await new ApiClient().post('/account/sessions/token', { userId, secret }), 201);
    });

    test('by SMS opens a session and verifies a phone number', async () => {
      const { userId } = randomUser();
      const phone = randomPhone();
      assertStatus(await new ApiClient().post('/account/tokens/phone', { userId, phone }), 201);
      const secret = typed(await awaitCode(phone));
      assertStatus(await new ApiClient().put('/account/sessions/phone', { userId, secret }), 201);

      const signedIn = await signedInUser();
      await addPhone(signedIn, typed);
    });

    test('of an authenticator app enrols, passes a challenge and removes it', async () => {
      await awaitEarlyInTimeStep();
      const { client } = await signedInUser();
      const app = await startEnrolment(client);
      assertStatus(await client.put(AUTHENTICATOR, { otp: typed(app.code()) }), 200);
      const { client: other } = await signedInUser();
      const otherApp = await enrolAuthenticator(other);
      assertStatus(await answerNewChallenge(other, 'totp', typed(otherApp.code())), 200);
      assertStatus(await client.sendJson('DELETE', AUTHENTICATOR, { otp: typed(app.code()) }), 204);
    });

    test('by e-mail or SMS passes a challenge', async () => {
      const signedIn = await signedInUser();
      const { client, user } = signedIn;
      await verifyEmail(signedIn);
      const mailed = await createChallenge(client, 'email');
      const otp = typed(await awaitCode(user.email));
      assertStatus(await client.put(CHALLENGES, { challengeId: mailed, otp }), 200);
      const phone = await addVerifiedPhone(signedIn);
      const texted = await createChallenge(client, 'phone');
      assertStatus(await client.put(CHALLENGES, { challengeId: texted, otp: typed(await awaitCode(phone, 2)) }), 200);
    });
  });
}

describe('a recovery code', () => {
  const spellings = {
    'in upper case': (code) => code.toUpperCase(),
    'with a space and a trailing blank': (code) => `${separatedBy(' ')(code)} `,
    'with a hyphen, in upper case': (code) => separatedBy('-')(code.toUpperCase()),
    'in full-width characters': (code) =>
      code.replace(/./g, (character) => String.fromCodePoint(character.codePointAt(0) + 0xfee0)),
  };
  for (const [spelling, typed] of Object.entries(spellings)) {
    test(`${spelling} passes a challenge once, and removes an authenticator app`, async () => {
      const { client } = await signedInUser();
      const [code] = await createRecoveryCodes(client);
      assertStatus(await answerNewChallenge(client, 'recoveryCode', typed(code)), 200);
      assertRefused(await answerNewChallenge(client, 'recoveryCode', code), REFUSALS.token);

      const { client: other } = await signedInUser();
      await enrolAuthenticator(other);
      const [proof] = await createRecoveryCodes(other);
      assertStatus(await other.sendJson('DELETE', AUTHENTICATOR, { otp: typed(proof) }), 204);
    });
  }
});

describe('codes and other secrets', () => {
  test('the secret of a sign-in link is compared as it was sent', async () => {
    const { userId, email } = randomUser();
    const { secret } = assertStatus(await server().post('/account/tokens/magic-url', { userId, email }), 201).json;
    const redeem = (changed) => new ApiClient().put('/account/sessions/magic-url', { userId, secret: changed });
    for (const changed of [` ${secret}`, `${secret}\n`, secret.toUpperCase(), separatedBy('-')(secret)]) {
      assertRefused(await redeem(changed), REFUSALS.token, changed);
    }
    assertStatus(await redeem(secret), 201);
  });

  test('a number is accepted for a code only, and not for the secret of a verification or recovery link', async () => {
    const { user } = await signedInUser();
    const { userId } = user;
    const guest = new ApiClient();
    const body = { userId, secret: 123456, password: 'correct horse' };
    assertRefused(await guest.put('/account/verifications/email', body), REFUSALS.argument);
    assertRefused(await guest.put('/account/recovery', body), REFUSALS.argument);
    assertRefused(await guest.put('/account/verifications/phone', body), REFUSALS.token);
    for (const secret of [-123456, 1.5, true, [123456], { code: 123456 }]) {
      assertRefused(await guest.post('/account/sessions/token', { userId, secret }), REFUSALS.argument, String(secret));
    }
  });

  test('a challenge is withdrawn by the tenth wrong answer, however the answers are typed', async () => {
    const signedIn = await signedInUser();
    const { client, user } = signedIn;
    await verifyEmail(signedIn);
    const answers = Object.values(SPELLINGS).slice(0, 9);
    const challengeId = await createChallenge(client, 'email');
    const code = await awaitCode(user.email);
    const wrong = code === '123456' ? '123457' : '123456';
    for (const typed of answers) {
      assertRefused(await client.put(CHALLENGES, { challengeId, otp: typed(wrong) }), REFUSALS.token);
    }
    assertStatus(await client.put(CHALLENGES, { challengeId, otp: code }), 200);
  });
});

async function addPhone({ client, user }, typed) {
  const phone = randomPhone();
  assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
  assertStatus(await client.post('/account/verifications/phone'), 201);
  const secret = typed(await awaitCode(phone));
  const verified = await client.put('/account/verifications/phone', { userId: user.userId, secret });
  assertStatus(verified, 200);
  assert.equal(assertStatus(await client.get('/account'), 200).json.phoneVerification, true);
}
