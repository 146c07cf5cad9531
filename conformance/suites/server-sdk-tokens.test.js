import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Account } from 'node-appwrite';
import { signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { clientWithKey, withJwt, withKey, withSession } from '../sdks/server.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';

describe('the server SDK with an API key: signing users in with tokens', () => {
  const tokens = {
    'a code by e-mail': (account, user) => account.createEmailToken(user),
    'a magic URL': (account, user) => account.createMagicURLToken({ ...user, url: APP_URL }),
    'a code by SMS': (account, user) => account.createPhoneToken({ ...user, phone: randomPhone() }),
  };

  for (const [token, createToken] of Object.entries(tokens)) {
    for (const redeem of ['createSession', 'updateMagicURLSession', 'updatePhoneSession']) {
      test(`${token} is returned to an API key, and ${redeem} redeems it once`, async () => {
        const { userId, secret } = await createToken(withKey(), randomUser());
        const session = await withKey()[redeem]({ userId, secret });
        assert.equal((await withSession(session.secret).get()).$id, userId);
        await assertRejected(withKey()[redeem]({ userId, secret }), REFUSALS.token);
      });
    }
  }

  test('a code by SMS is returned together with its user ID', async () => {
    const { userId, secret } = await withKey().createPhoneToken({ ...randomUser(), phone: randomPhone() });
    const decoded = JSON.parse(Buffer.from(secret, 'base64'));
    assert.equal(decoded.id, userId);
    assert.match(decoded.secret, /^\d{6}$/);
    const other = await withKey().createPhoneToken({ ...randomUser(), phone: randomPhone() });
    await assertRejected(withKey().createSession({ userId: other.userId, secret }), REFUSALS.token);
  });

  test('an anonymous session is returned with its secret', async () => {
    const session = await withKey().createAnonymousSession();
    assert.equal((await withSession(session.secret).get()).email, '');
  });

  test('the forwarded user agent describes the device of the session', async () => {
    const { userId, secret } = await withKey().createEmailToken(randomUser());
    const forwarding = new Account(clientWithKey().setForwardedUserAgent(IPHONE));
    assert.equal((await forwarding.createSession({ userId, secret })).deviceModel, 'iPhone');
  });

  test('the secret of a recovery is returned, and recovers the password', async () => {
    const user = await userWithSession();
    const { userId, secret } = await withKey().createRecovery({ email: user.email, url: APP_URL });
    assert.match(secret, /^[0-9a-f]{256}$/);
    const confirmed = await withKey().updateRecovery({ userId, secret, password: 'battery staple' });
    assert.equal(confirmed.secret, '');
    await withKey().createEmailPasswordSession({ email: user.email, password: 'battery staple' });
  });
});

describe('the server SDK with the session of a user', () => {
  test('e-mail address and phone number can be verified', async () => {
    const user = await userWithSession();
    const phone = randomPhone();
    const { account, userId } = user;
    await account.updatePhone({ phone, password: user.password });
    assert.equal((await account.createEmailVerification({ url: APP_URL })).secret, '');
    assert.equal((await account.createPhoneVerification()).secret, '');
    await account.updateEmailVerification(linkParameters(await awaitMessage(user.email)));
    await account.updatePhoneVerification({ userId, secret: (await awaitMessage(phone)).code });
    const { emailVerification, phoneVerification } = await account.get();
    assert.deepEqual([emailVerification, phoneVerification], [true, true]);
  });

  test('e-mail address and password can be changed, and the session extended', async () => {
    const { account, password } = await userWithSession();
    const { email } = randomUser();
    assert.equal((await account.updateEmail({ email, password })).email, email);
    await account.updatePassword({ password: 'battery staple', oldPassword: password });
    assert.equal((await account.updateSession({ sessionId: 'current' })).current, true);
    await withKey().createEmailPasswordSession({ email, password: 'battery staple' });
  });

  test('a JWT acts for the user until it expires or its session ends', async () => {
    const { account, userId } = await userWithSession();
    const { jwt } = await account.createJWT({ duration: 60 });
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
    assert.ok(Math.abs(claims.exp - Date.now() / 1000 - 60) < 5);
    assert.equal((await withJwt(jwt).get()).$id, userId);
    await assertRejected(withJwt(jwt).createJWT(), REFUSALS.jwtFromJwt);
    await account.deleteSession({ sessionId: 'current' });
    await assertRejected(withJwt(jwt).get(), REFUSALS.guest);
  });

  test('a JWT that was created by a web app is accepted', async () => {
    const { client, user } = await signedInUser();
    const { jwt } = (await client.post('/account/jwt')).json;
    assert.equal((await withJwt(jwt).updateName({ name: 'Grace' })).$id, user.userId);
    await assertRejected(withJwt('nonsense').get(), REFUSALS.jwt);
  });
});

/** @returns a user that an API key has signed up and in */
async function userWithSession() {
  const user = randomUser();
  await withKey().create(user);
  const { secret } = await withKey().createEmailPasswordSession(user);
  return { ...user, account: withSession(secret) };
}

function assertRejected(call, refusal) {
  return assert.rejects(call, refusal);
}
