import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Account } from 'node-appwrite';
import { member } from '../harness/caller.js';
import { APP } from '../harness/configuration.js';
import { REFUSALS } from '../harness/expectations.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { clientWithKey, withJwt, withKey, withSession } from '../sdks/server.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';

describe('server SDK, signing people in by what was sent to them', () => {
  const ways = {
    'a code by e-mail': (account, person) => account.createEmailToken(person),
    'a magic URL': (account, person) => account.createMagicURLToken({ ...person, url: APP }),
    'a code by SMS': (account, person) => account.createPhoneToken({ ...person, phone: freshPhone() }),
  };

  for (const [way, ask] of Object.entries(ways)) {
    for (const redeem of ['createSession', 'updateMagicURLSession', 'updatePhoneSession']) {
      test(`${way} is told in the answer, and ${redeem} takes it, once`, async () => {
        const { userId, secret } = await ask(withKey(), stranger());
        const session = await withKey()[redeem]({ userId, secret });
        assert.equal((await withSession(session.secret).get()).$id, userId);
        await refused(withKey()[redeem]({ userId, secret }), REFUSALS.token);
      });
    }
  }

  test('a code by SMS is wrapped together with its user', async () => {
    const { userId, secret } = await withKey().createPhoneToken({ ...stranger(), phone: freshPhone() });
    const wrapped = JSON.parse(Buffer.from(secret, 'base64'));
    assert.equal(wrapped.id, userId);
    assert.match(wrapped.secret, /^\d{6}$/);
    const other = await withKey().createPhoneToken({ ...stranger(), phone: freshPhone() });
    await refused(withKey().createSession({ userId: other.userId, secret }), REFUSALS.token);
  });

  test('nobody at all is signed in with a secret to keep', async () => {
    const session = await withKey().createAnonymousSession();
    assert.equal((await withSession(session.secret).get()).email, '');
  });

  test('a server tells on whose device that is', async () => {
    const { userId, secret } = await withKey().createEmailToken(stranger());
    const forwarding = new Account(clientWithKey().setForwardedUserAgent(IPHONE));
    assert.equal((await forwarding.createSession({ userId, secret })).deviceModel, 'iPhone');
  });

  test('a password is recovered with the secret in the answer', async () => {
    const person = await served();
    const { userId, secret } = await withKey().createRecovery({ email: person.email, url: APP });
    assert.match(secret, /^[0-9a-f]{256}$/);
    const confirmed = await withKey().updateRecovery({ userId, secret, password: 'battery staple' });
    assert.equal(confirmed.secret, '');
    await withKey().createEmailPasswordSession({ email: person.email, password: 'battery staple' });
  });
});

describe('server SDK, with the session of a user', () => {
  test('address and number are verified by what the user was sent', async () => {
    const person = await served();
    const phone = freshPhone();
    const { account, userId } = person;
    await account.updatePhone({ phone, password: person.password });
    assert.equal((await account.createEmailVerification({ url: APP })).secret, '');
    assert.equal((await account.createPhoneVerification()).secret, '');
    await account.updateEmailVerification(linked(await letterTo(person.email)));
    await account.updatePhoneVerification({ userId, secret: (await letterTo(phone)).code });
    const { emailVerification, phoneVerification } = await account.get();
    assert.deepEqual([emailVerification, phoneVerification], [true, true]);
  });

  test('address, password and session are changed', async () => {
    const { account, password } = await served();
    const { email } = stranger();
    assert.equal((await account.updateEmail({ email, password })).email, email);
    await account.updatePassword({ password: 'battery staple', oldPassword: password });
    assert.equal((await account.updateSession({ sessionId: 'current' })).current, true);
    await withKey().createEmailPasswordSession({ email, password: 'battery staple' });
  });

  test('a JWT speaks for the user, for as long as was asked', async () => {
    const { account, userId } = await served();
    const { jwt } = await account.createJWT({ duration: 60 });
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
    assert.ok(Math.abs(claims.exp - Date.now() / 1000 - 60) < 5);
    assert.equal((await withJwt(jwt).get()).$id, userId);
    await refused(withJwt(jwt).createJWT(), REFUSALS.jwtFromJwt);
    await account.deleteSession({ sessionId: 'current' });
    await refused(withJwt(jwt).get(), REFUSALS.guest);
  });

  test('a JWT that a web app made is taken as well', async () => {
    const { caller, person } = await member();
    const { jwt } = (await caller.post('/account/jwt')).json;
    assert.equal((await withJwt(jwt).updateName({ name: 'Grace' })).$id, person.userId);
    await refused(withJwt('nonsense').get(), REFUSALS.jwt);
  });
});

/** Somebody a server has signed up and in. */
async function served() {
  const person = stranger();
  await withKey().create(person);
  const { secret } = await withKey().createEmailPasswordSession(person);
  return { ...person, account: withSession(secret) };
}

function refused(call, refusal) {
  return assert.rejects(call, refusal);
}
