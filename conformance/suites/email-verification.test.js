import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller, member, server } from '../harness/caller.js';
import { APP } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { letterTo, linked } from '../harness/mailbox.js';
import { stranger } from '../harness/people.js';

const WEEK = 7 * 24 * 60;

for (const path of ['/account/verifications/email', '/account/verification']) {
  describe(`an address verified at ${path}`, () => {
    test('gets a link for seven days, in a mail to the user by name', async () => {
      const { caller, person } = await named('Ada');
      const { expire } = assertToken(await caller.post(path, { url: APP }), { userId: person.userId, minutes: WEEK });
      const mail = await letterTo(person.email);
      assert.equal(mail.toName, 'Ada');
      const { secret, ...rest } = linked(mail);
      assert.match(secret, /^[0-9a-f]{256}$/);
      assert.deepEqual(rest, { userId: person.userId, expire });
    });

    test('gets no link without scheme, to a foreign host, or to nowhere', async () => {
      const { caller } = await member();
      for (const url of ['localhost', 'http://evil.example', '', undefined]) {
        assertRefused(await caller.post(path, { url }), REFUSALS.argument, url);
      }
    });

    test('is verified by whoever has the link, and only once', async () => {
      const { caller, person } = await member();
      const { userId } = person;
      await caller.post(path, { url: APP });
      const { secret } = linked(await letterTo(person.email));
      const guest = new Caller();
      assertRefused(await guest.put(path, { userId: stranger().userId, secret }), REFUSALS.user);
      assertRefused(await guest.put(path, { userId, secret: 'f'.repeat(256) }), REFUSALS.token);
      assertToken(await guest.put(path, { userId, secret }), { userId, minutes: WEEK }, 200);
      assert.equal((await caller.get('/account')).json.emailVerification, true);
      assertRefused(await guest.put(path, { userId, secret }), REFUSALS.token);
      assertRefused(await caller.post(path, { url: APP }), REFUSALS.emailVerified);
      assert.deepEqual(
        (await caller.get('/account/logs')).json.logs.slice(0, 2).map(({ event }) => event),
        ['verification.update', 'verification.create'],
      );
    });

    test('is not verified by a link that went to the address before', async () => {
      const { caller, person } = await member();
      await caller.post(path, { url: APP });
      const { userId, secret } = linked(await letterTo(person.email));
      const { email } = stranger();
      assertStatus(await caller.patch('/account/email', { email, password: person.password }), 200);
      assertRefused(await caller.put(path, { userId, secret }), REFUSALS.token);
      assert.equal((await caller.get('/account')).json.emailVerification, false);
    });

    test('belongs to somebody who is signed in, as far as the asking goes', async () => {
      assertRefused(await new Caller().post(path, { url: APP }), REFUSALS.guest);
      assertRefused(await server().post(path, { url: APP }), REFUSALS.scope);
      assertRefused(await server().put(path, { userId: 'a', secret: 'b' }), REFUSALS.scope);
    });

    test('does not sign anybody in', async () => {
      const { caller, person } = await member();
      await caller.post(path, { url: APP });
      const { userId, secret } = linked(await letterTo(person.email));
      assertRefused(await new Caller().post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  });
}

async function named(name) {
  const person = await new Caller().signUp({ ...stranger(), name });
  return { person, ...(await new Caller().signIn(person)) };
}
