import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APP, TESTER } from '../harness/configuration.js';
import { REFUSALS } from '../harness/expectations.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { withJwt } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const NEW = 'battery staple';

for (const generation of CHOSEN_GENERATIONS) {
  const open = () => new Page(generation);
  const able = (...methods) => methods.filter((method) => open().can(method));

  const member = async () => {
    const person = stranger();
    const page = open();
    await page.signUp(person);
    await page.signIn(person);
    return { person, page };
  };

  describe(`web SDK ${generation.generation}`, () => {
    for (const redeem of able('createEmailToken').length ? able('createSession') : []) {
      test(`a code by e-mail signs in, by ${redeem}`, async () => {
        const { userId, email } = stranger();
        const page = open();
        const token = await page.call('createEmailToken', { userId, email, phrase: true });
        assert.equal(token.secret, '');
        const { code, text } = await letterTo(email);
        assert.ok(text.includes(token.phrase));
        const session = await page.call(redeem, { userId, secret: code });
        assert.equal(session.provider, 'token');
        assert.equal((await page.get()).emailVerification, true);
        await refused(open().call(redeem, { userId, secret: code }), REFUSALS.token);
      });
    }

    for (const ask of able('createMagicURLToken', 'createMagicURLSession')) {
      for (const redeem of able('createSession', 'updateMagicURLSession')) {
        test(`a magic URL of ${ask} signs in, by ${redeem}`, async () => {
          const { userId, email } = stranger();
          const page = open();
          await page.call(ask, { userId, email, url: APP });
          const link = linked(await letterTo(email));
          const session = await page.call(redeem, { userId: link.userId, secret: link.secret });
          assert.deepEqual([session.userId, session.provider, session.current], [userId, 'magic-url', true]);
          assert.equal((await page.get()).email, email);
          await refused(open().call(redeem, { userId, secret: link.secret }), REFUSALS.token);
        });
      }
    }

    for (const ask of able('createPhoneToken', 'createPhoneSession')) {
      for (const redeem of able('createSession', 'updatePhoneSession')) {
        test(`a code by SMS of ${ask} signs in, by ${redeem}`, async () => {
          const { userId } = stranger();
          const phone = freshPhone();
          const page = open();
          await page.call(ask, { userId, phone });
          const { code: secret } = await letterTo(phone);
          assert.equal((await page.call(redeem, { userId, secret })).provider, 'phone');
          assert.equal((await page.get()).phoneVerification, true);
        });
      }

      test(`a tester’s code after ${ask} signs in without an SMS`, async () => {
        const page = open();
        const { userId } = await page.call(ask, { userId: 'unique()', phone: TESTER.phone });
        await page.call('updatePhoneSession', { userId, secret: TESTER.code });
        assert.equal((await page.get()).phone, TESTER.phone);
      });
    }

    test('somebody without a name becomes a user with address and password', async () => {
      const page = open();
      const { userId } = await page.call('createAnonymousSession');
      const { email, password } = stranger();
      assert.equal((await page.call('updateEmail', { email, password })).$id, userId);
      const elsewhere = open();
      assert.equal((await elsewhere.signIn({ email, password })).userId, userId);
      await refused(page.call('createAnonymousSession'), REFUSALS.signedInAlready);
    });

    test('a password is recovered', async () => {
      const { person, page } = await member();
      await open().call('createRecovery', { email: person.email, url: APP });
      const { userId, secret } = linked(await letterTo(person.email));
      const confirm = (again) => open().call('updateRecovery', { userId, secret, password: NEW, passwordAgain: again });
      if (generation.generation < 14) await refused(confirm('battery stable'), REFUSALS.differentPasswords);
      assert.equal((await confirm(NEW)).userId, userId);
      await refused(page.get(), REFUSALS.guest);
      await refused(open().signIn(person), REFUSALS.credentials);
      await open().signIn({ ...person, password: NEW });
      await refused(confirm(NEW), REFUSALS.token);
    });

    for (const kind of able('createEmailVerification', 'createVerification')) {
      test(`an address is verified, by ${kind}`, async () => {
        const { person, page } = await member();
        await page.call(kind, { url: APP });
        const { userId, secret } = linked(await letterTo(person.email));
        await open().call(kind.replace('create', 'update'), { userId, secret });
        assert.equal((await page.get()).emailVerification, true);
        await refused(page.call(kind, { url: APP }), REFUSALS.emailVerified);
      });
    }

    test('a number is given and verified', async () => {
      const { person, page } = await member();
      const phone = freshPhone();
      await refused(page.call('createPhoneVerification'), REFUSALS.noPhone);
      assert.equal((await page.call('updatePhone', { phone, password: person.password })).phone, phone);
      await page.call('createPhoneVerification');
      const { code: secret } = await letterTo(phone);
      await page.call('updatePhoneVerification', { userId: person.userId, secret });
      assert.equal((await page.get()).phoneVerification, true);
    });

    test('address and password are changed, and the other pages are signed out', async () => {
      const { person, page } = await member();
      const other = open();
      await other.signIn(person);
      const { email } = stranger();
      const { password: oldPassword } = person;
      await page.call('updatePassword', { password: NEW, oldPassword });
      await refused(other.get(), REFUSALS.guest);
      await page.call('updateEmail', { email, password: NEW });
      await open().signIn({ email, password: NEW });
      const { logs } = await page.listLogs();
      assert.deepEqual(
        logs.map(({ event }) => event),
        ['session.create', 'user.update', 'user.update', 'session.create', 'session.create', 'user.create'],
      );
    });

    test('a session is prolonged', async () => {
      const { page } = await member();
      const before = await page.getSession('current');
      const prolonged = await page.call('updateSession', { sessionId: 'current' });
      assert.ok(prolonged.expire > before.expire);
      assert.deepEqual(await page.getSession('current'), prolonged);
    });

    test('a JWT speaks for the user on another page, and on a server', async () => {
      const { person, page } = await member();
      const { jwt } = await page.call('createJWT');
      const elsewhere = open();
      elsewhere.client.setJWT(jwt);
      assert.equal((await elsewhere.get()).$id, person.userId);
      await refused(elsewhere.call('createJWT'), REFUSALS.jwtFromJwt);
      assert.equal((await withJwt(jwt).get()).$id, person.userId);
      await page.deleteSession('current');
      await refused(elsewhere.get(), REFUSALS.guest);
    });
  });
}

function refused(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
