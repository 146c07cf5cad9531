import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const server = () => new ApiClient({ 'x-appwrite-key': KEYS.demo });
const signUp = (changed) => server().post('/account', { ...randomUser(), ...changed });

/** What no text may be. */
const NO_TEXTS = [null, '', 1, true, ['a'], { a: 1 }, '\u0000', '\ud800', 'x'.repeat(1_000_000)];

const BAD_EMAILS = [
  'a',
  'a@',
  '@example.net',
  'a@b@example.net',
  'a@localhost',
  'a b@example.net',
  'a@exa mple.net',
  '.a@example.net',
  'a.@example.net',
  'a..b@example.net',
  'a@example..net',
  'a@-example.net',
  'a@example.net.',
  'a@[127.0.0.1]',
  'Ada <a@example.net>',
  'a@example.net,b@example.net',
  'a@example.net\nBcc: b@example.net',
  'a\u0000@example.net',
  'a\ud800@example.net',
  'а@example.net',
  `${'a'.repeat(65)}@example.net`,
  `a@${['b', 'c', 'd', 'e', 'f'].map((character) => character.repeat(60)).join('.')}.net`,
];

describe('sign-up', () => {
  test('the service chooses the ID if it is asked to', async () => {
    const first = assertStatus(await signUp({ userId: 'unique()' }), 201).json;
    const second = assertStatus(await signUp({ userId: 'unique()' }), 201).json;
    assert.match(first.$id, SERVER_MADE_ID);
    assert.ok(first.$id < second.$id);
  });

  test('an ID is 36 letters, digits, dots, hyphens and underscores at most', async () => {
    const { userId } = randomUser();
    for (const good of [`A.b_c-${userId}`, `${userId}${userId}`.slice(0, 36), `${userId}.`, `9${userId}`]) {
      assert.equal(assertStatus(await signUp({ userId: good }), 201).json.$id, good);
    }
    const bad = ['.a', '_a', '-a', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(37), 'unique(', 'unique(1)', '$a', '(a)'];
    for (const userId of [...bad, ...NO_TEXTS]) await assertNames('userId', { userId });
  });

  test('an ID differs by its case', async () => {
    const { userId } = randomUser();
    assertStatus(await signUp({ userId: `a${userId}` }), 201);
    assertStatus(await signUp({ userId: `A${userId}` }), 201);
  });

  test('an address is one with a host that has a dot', async () => {
    for (const email of [...BAD_EMAILS, ...NO_TEXTS]) await assertNames('email', { email });
  });

  test('an address is kept in lower case and without surrounding blanks', async () => {
    const { userId } = randomUser();
    const created = assertStatus(await signUp({ email: `  ${userId}.ADA+x@Example.NET\t` }), 201).json;
    assert.equal(created.email, `${userId}.ada+x@example.net`);
    assert.equal(created.targets[0].identifier, created.email);
    assertRefused(await signUp({ email: `${userId}.Ada+X@example.net` }), REFUSALS.userExists);
  });

  test('a password is eight to 256 bytes long', async () => {
    for (const good of ['12345678', '🦊🦊', 'x'.repeat(256)]) assertStatus(await signUp({ password: good }), 201);
    const bad = ['1234567', '🦊', 'x'.repeat(257), '🦊'.repeat(65), 'null\u0000null', 'half \ud83e'];
    for (const password of [...bad, ...NO_TEXTS]) await assertNames('password', { password });
  });

  test('a name may be left out in several ways', async () => {
    for (const name of [undefined, null, '']) {
      assert.equal(assertStatus(await signUp({ name }), 201).json.name, '');
    }
    assert.equal(assertStatus(await signUp({ name: '🦊'.repeat(128) }), 201).json.name, '🦊'.repeat(128));
  });

  test('a name that is none is refused', async () => {
    const bad = ['é'.repeat(129), ...NO_TEXTS.filter((value) => value !== null && value !== '')];
    for (const name of bad) await assertNames('name', { name });
  });

  test('of several mistakes the first parameter’s is told', async () => {
    await assertNames('userId', { userId: '-', email: 'a', password: 'b', name: 1 });
    await assertNames('email', { email: 'a', password: 'b', name: 1 });
    await assertNames('password', { password: 'b', name: 1 });
  });

  test('mistakes come before what is taken', async () => {
    const user = await new ApiClient().signUp();
    await assertNames('password', { userId: user.userId, email: user.email, password: 'short' });
  });

  test('an address that was refused is not taken by that', async () => {
    const user = randomUser();
    assertRefused(await signUp({ ...user, password: 'short' }), REFUSALS.argument);
    assertRefused(await signUp({ ...user, userId: '-' }), REFUSALS.argument);
    assertStatus(await signUp(user), 201);
  });

  test('who is refused by the ID does not take the address, and the other way round', async () => {
    const [known, refused] = [await new ApiClient().signUp(), randomUser()];
    assertRefused(await signUp({ ...refused, userId: known.userId }), REFUSALS.userExists);
    assertRefused(await signUp({ ...refused, email: known.email }), REFUSALS.userExists);
    assertStatus(await signUp(refused), 201);
  });

  test('a sign-up by form is one, too', async () => {
    const user = randomUser();
    const form = new URLSearchParams({ ...user, name: 'Zoë & Ada' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal(assertStatus(await server().send('POST', '/account', form, headers), 201).json.name, 'Zoë & Ada');
    await new ApiClient().signIn(user);
  });
});

describe('sign-in', () => {
  test('what is no address or no password is refused as such', async () => {
    const { email, password } = await new ApiClient().signUp();
    for (const bad of [...BAD_EMAILS, ...NO_TEXTS]) {
      await assertNames('email', { email: bad, password }, '/account/sessions/email');
    }
    for (const bad of ['1234567', 'x'.repeat(257), ...NO_TEXTS]) {
      await assertNames('password', { email, password: bad }, '/account/sessions/email');
    }
  });
});

async function assertNames(parameter, changed, path = '/account') {
  const hint = JSON.stringify(changed).slice(0, 200);
  const refused = await server().post(path, { ...randomUser(), ...changed });
  assertRefused(refused, REFUSALS.argument, hint);
  assert.match(refused.json.message, new RegExp(parameter), hint);
}
