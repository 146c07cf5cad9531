import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APP_URL, MOCK_NUMBER } from '../harness/configuration.js';
import { REFUSALS } from '../harness/expectations.js';
import { awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { withJwt } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const NEW_PASSWORD = 'battery staple';

for (const generation of CHOSEN_GENERATIONS) {
  const open = () => new Page(generation);
  const supported = (...methods) => methods.filter((method) => open().supports(method));

  const signedInUser = async () => {
    const user = randomUser();
    const page = open();
    await page.signUp(user);
    await page.signIn(user);
    return { user, page };
  };

  describe(`tokens with web SDK ${generation.generation}`, () => {
    for (const redeem of supported('createEmailToken').length ? supported('createSession') : []) {
      test(`${redeem} signs in with a code by e-mail`, async () => {
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

    for (const request of supported('createMagicURLToken', 'createMagicURLSession')) {
      for (const redeem of supported('createSession', 'updateMagicURLSession')) {
        test(`${redeem} signs in with a magic URL requested by ${request}`, async () => {
          const { userId, email } = randomUser();
          const page = open();
          await page.call(request, { userId, email, url: APP_URL });
          const link = linkParameters(await awaitMessage(email));
          const session = await page.call(redeem, { userId: link.userId, secret: link.secret });
          assert.deepEqual([session.userId, session.provider, session.current], [userId, 'magic-url', true]);
          assert.equal((await page.get()).email, email);
          await assertRejected(open().call(redeem, { userId, secret: link.secret }), REFUSALS.token);
        });
      }
    }

    for (const request of supported('createPhoneToken', 'createPhoneSession')) {
      for (const redeem of supported('createSession', 'updatePhoneSession')) {
        test(`${redeem} signs in with a code by SMS requested by ${request}`, async () => {
          const { userId } = randomUser();
          const phone = randomPhone();
          const page = open();
          await page.call(request, { userId, phone });
          const { code: secret } = await awaitMessage(phone);
          assert.equal((await page.call(redeem, { userId, secret })).provider, 'phone');
          assert.equal((await page.get()).phoneVerification, true);
        });
      }

      test(`the fixed code of a mock phone number signs in after ${request}`, async () => {
        const page = open();
        const { userId } = await page.call(request, { userId: 'unique()', phone: MOCK_NUMBER.phone });
        await page.call('updatePhoneSession', { userId, secret: MOCK_NUMBER.code });
        assert.equal((await page.get()).phone, MOCK_NUMBER.phone);
      });
    }

    test('an anonymous user can add an e-mail address and a password', async () => {
      const page = open();
      const { userId } = await page.call('createAnonymousSession');
      const { email, password } = randomUser();
      assert.equal((await page.call('updateEmail', { email, password })).$id, userId);
      const elsewhere = open();
      assert.equal((await elsewhere.signIn({ email, password })).userId, userId);
      await assertRejected(page.call('createAnonymousSession'), REFUSALS.signedInAlready);
    });

    test('a password can be recovered', async () => {
      const { user, page } = await signedInUser();
      await open().call('createRecovery', { email: user.email, url: APP_URL });
      const { userId, secret } = linkParameters(await awaitMessage(user.email));
      const recover = (again) =>
        open().call('updateRecovery', { userId, secret, password: NEW_PASSWORD, passwordAgain: again });
      if (generation.generation < 14) await assertRejected(recover('battery stable'), REFUSALS.differentPasswords);
      assert.equal((await recover(NEW_PASSWORD)).userId, userId);
      await assertRejected(page.get(), REFUSALS.guest);
      await assertRejected(open().signIn(user), REFUSALS.credentials);
      await open().signIn({ ...user, password: NEW_PASSWORD });
      await assertRejected(recover(NEW_PASSWORD), REFUSALS.token);
    });

    for (const create of supported('createEmailVerification', 'createVerification')) {
      test(`${create} verifies the e-mail address`, async () => {
        const { user, page } = await signedInUser();
        await page.call(create, { url: APP_URL });
        const { userId, secret } = linkParameters(await awaitMessage(user.email));
        await open().call(create.replace('create', 'update'), { userId, secret });
        assert.equal((await page.get()).emailVerification, true);
        await assertRejected(page.call(create, { url: APP_URL }), REFUSALS.emailVerified);
      });
    }

    test('a phone number can be set and verified', async () => {
      const { user, page } = await signedInUser();
      const phone = randomPhone();
      await assertRejected(page.call('createPhoneVerification'), REFUSALS.noPhone);
      assert.equal((await page.call('updatePhone', { phone, password: user.password })).phone, phone);
      await page.call('createPhoneVerification');
      const { code: secret } = await awaitMessage(phone);
      await page.call('updatePhoneVerification', { userId: user.userId, secret });
      assert.equal((await page.get()).phoneVerification, true);
    });

    test('e-mail address and password can be changed, and a new password ends the other sessions', async () => {
      const { user, page } = await signedInUser();
      const other = open();
      await other.signIn(user);
      const { email } = randomUser();
      const { password: oldPassword } = user;
      await page.call('updatePassword', { password: NEW_PASSWORD, oldPassword });
      await assertRejected(other.get(), REFUSALS.guest);
      await page.call('updateEmail', { email, password: NEW_PASSWORD });
      await open().signIn({ email, password: NEW_PASSWORD });
      const { logs } = await page.listLogs();
      assert.deepEqual(
        logs.map(({ event }) => event),
        ['session.create', 'user.update', 'user.update', 'session.create', 'session.create', 'user.create'],
      );
    });

    test('a session can be extended', async () => {
      const { page } = await signedInUser();
      const before = await page.getSession('current');
      const extended = await page.call('updateSession', { sessionId: 'current' });
      assert.ok(extended.expire > before.expire);
      assert.deepEqual(await page.getSession('current'), extended);
    });

    test('a JWT acts for the user on another page and on a server, until its session ends', async () => {
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
