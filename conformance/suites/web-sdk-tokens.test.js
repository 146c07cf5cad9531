import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APP_URL, MOCK_NUMBER } from '../harness/configuration.js';
import { REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { withJwt } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const NEW = 'battery staple';

for (const generation of CHOSEN_GENERATIONS) {
  const open = () => new Page(generation);
  const able = (...methods) => methods.filter((method) => open().supports(method));

  const signedInUser = async () => {
    const user = randomUser();
    const page = open();
    await page.signUp(user);
    await page.signIn(user);
    return { user, page };
  };

  describe(`web SDK ${generation.generation}`, () => {
    for (const redeem of able('createEmailToken').length ? able('createSession') : []) {
      test(`a code by e-mail signs in, by ${redeem}`, async () => {
        const { userId, email } = randomUser();
        const page = open();
        const token = await page.call('createEmailToken', { userId, email, phrase: true });
        assert.equal(token.secret, '');
        const { code, text } = await awaitMessage(email);
        assert.ok(text.includes(token.phrase));
        const session = await page.call(redeem, { userId, secret: code });
        assert.equal(session.provider, 'token');
        assert.equal((await page.get()).emailVerification, true);
        await assertRejected(open().call(redeem, { userId, secret: code }), REFUSALS.token);
      });
    }

    for (const ask of able('createMagicURLToken', 'createMagicURLSession')) {
      for (const redeem of able('createSession', 'updateMagicURLSession')) {
        test(`a magic URL of ${ask} signs in, by ${redeem}`, async () => {
          const { userId, email } = randomUser();
          const page = open();
          await page.call(ask, { userId, email, url: APP_URL });
          const link = linkParameters(await awaitMessage(email));
          const session = await page.call(redeem, { userId: link.userId, secret: link.secret });
          assert.deepEqual([session.userId, session.provider, session.current], [userId, 'magic-url', true]);
          assert.equal((await page.get()).email, email);
          await assertRejected(open().call(redeem, { userId, secret: link.secret }), REFUSALS.token);
        });
      }
    }

    for (const ask of able('createPhoneToken', 'createPhoneSession')) {
      for (const redeem of able('createSession', 'updatePhoneSession')) {
        test(`a code by SMS of ${ask} signs in, by ${redeem}`, async () => {
          const { userId } = randomUser();
          const phone = randomPhone();
          const page = open();
          await page.call(ask, { userId, phone });
          const { code: secret } = await awaitMessage(phone);
          assert.equal((await page.call(redeem, { userId, secret })).provider, 'phone');
          assert.equal((await page.get()).phoneVerification, true);
        });
      }

      test(`a tester’s code after ${ask} signs in without an SMS`, async () => {
        const page = open();
        const { userId } = await page.call(ask, { userId: 'unique()', phone: MOCK_NUMBER.phone });
        await page.call('updatePhoneSession', { userId, secret: MOCK_NUMBER.code });
        assert.equal((await page.get()).phone, MOCK_NUMBER.phone);
      });
    }

    test('somebody without a name becomes a user with address and password', async () => {
      const page = open();
      const { userId } = await page.call('createAnonymousSession');
      const { email, password } = randomUser();
      assert.equal((await page.call('updateEmail', { email, password })).$id, userId);
      const elsewhere = open();
      assert.equal((await elsewhere.signIn({ email, password })).userId, userId);
      await assertRejected(page.call('createAnonymousSession'), REFUSALS.signedInAlready);
    });

    test('a password is recovered', async () => {
      const { user, page } = await signedInUser();
      await open().call('createRecovery', { email: user.email, url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      const confirm = (again) => open().call('updateRecovery', { userId, secret, password: NEW, passwordAgain: again });
      if (generation.generation < 14) await assertRejected(confirm('battery stable'), REFUSALS.differentPasswords);
      assert.equal((await confirm(NEW)).userId, userId);
      await assertRejected(page.get(), REFUSALS.guest);
      await assertRejected(open().signIn(user), REFUSALS.credentials);
      await open().signIn({ ...user, password: NEW });
      await assertRejected(confirm(NEW), REFUSALS.token);
    });

    for (const kind of able('createEmailVerification', 'createVerification')) {
      test(`an address is verified, by ${kind}`, async () => {
        const { user, page } = await signedInUser();
        await page.call(kind, { url: APP_URL });
        const { userId, secret } = linkParameters(await awaitMessage(user.email));
        await open().call(kind.replace('create', 'update'), { userId, secret });
        assert.equal((await page.get()).emailVerification, true);
        await assertRejected(page.call(kind, { url: APP_URL }), REFUSALS.emailVerified);
      });
    }

    test('a number is given and verified', async () => {
      const { user, page } = await signedInUser();
      const phone = randomPhone();
      await assertRejected(page.call('createPhoneVerification'), REFUSALS.noPhone);
      assert.equal((await page.call('updatePhone', { phone, password: user.password })).phone, phone);
      await page.call('createPhoneVerification');
      const { code: secret } = await awaitMessage(phone);
      await page.call('updatePhoneVerification', { userId: user.userId, secret });
      assert.equal((await page.get()).phoneVerification, true);
    });

    test('address and password are changed, and the other pages are signed out', async () => {
      const { user, page } = await signedInUser();
      const other = open();
      await other.signIn(user);
      const { email } = randomUser();
      const { password: oldPassword } = user;
      await page.call('updatePassword', { password: NEW, oldPassword });
      await assertRejected(other.get(), REFUSALS.guest);
      await page.call('updateEmail', { email, password: NEW });
      await open().signIn({ email, password: NEW });
      const { logs } = await page.listLogs();
      assert.deepEqual(
        logs.map(({ event }) => event),
        ['session.create', 'user.update', 'user.update', 'session.create', 'session.create', 'user.create'],
      );
    });

    test('a session is prolonged', async () => {
      const { page } = await signedInUser();
      const before = await page.getSession('current');
      const prolonged = await page.call('updateSession', { sessionId: 'current' });
      assert.ok(prolonged.expire > before.expire);
      assert.deepEqual(await page.getSession('current'), prolonged);
    });

    test('a JWT speaks for the user on another page, and on a server', async () => {
      const { user, page } = await signedInUser();
      const { jwt } = await page.call('createJWT');
      const elsewhere = open();
      elsewhere.client.setJWT(jwt);
      assert.equal((await elsewhere.get()).$id, user.userId);
      await assertRejected(elsewhere.call('createJWT'), REFUSALS.jwtFromJwt);
      assert.equal((await withJwt(jwt).get()).$id, user.userId);
      await page.deleteSession('current');
      await assertRejected(elsewhere.get(), REFUSALS.guest);
    });
  });
}

function assertRejected(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
