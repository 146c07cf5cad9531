import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { KEYS } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';

const server = () => new ApiClient({ 'x-appwrite-key': KEYS.demo });
const signUp = (changed) => server().post('/account', { ...randomUser(), ...changed });

/** Values that are not valid strings. */
const NOT_STRINGS = [null, '', 1, true, ['a'], { a: 1 }, '\u0000', '\ud800', 'x'.repeat(1_000_000)];

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
  test('the ID unique() makes the service generate an increasing ID', async () => {
    const first = assertStatus(await signUp({ userId: 'unique()' }), 201).json;
    const second = assertStatus(await signUp({ userId: 'unique()' }), 201).json;
    assert.match(first.$id, SERVER_MADE_ID);
    assert.ok(first.$id < second.$id);
  });

  test('an ID has at most 36 letters, digits, dots, hyphens and underscores, and begins with a letter or digit', async () => {
    const { userId } = randomUser();
    for (const good of [`A.b_c-${userId}`, `${userId}${userId}`.slice(0, 36), `${userId}.`, `9${userId}`]) {
      assert.equal(assertStatus(await signUp({ userId: good }), 201).json.$id, good);
    }
    const bad = ['.a', '_a', '-a', 'a b', 'a/b', 'ä', 'a\n', 'a'.repeat(37), 'unique(', 'unique(1)', '$a', '(a)'];
    for (const userId of [...bad, ...NOT_STRINGS]) await assertParameterRefused('userId', { userId });
  });

  test('IDs that differ by case are different', async () => {
    const { userId } = randomUser();
    assertStatus(await signUp({ userId: `a${userId}` }), 201);
    assertStatus(await signUp({ userId: `A${userId}` }), 201);
  });

  test('an invalid e-mail address is refused', async () => {
    for (const email of [...BAD_EMAILS, ...NOT_STRINGS]) await assertParameterRefused('email', { email });
  });

  test('an e-mail address is stored in lower case and without surrounding blanks', async () => {
    const { userId } = randomUser();
    const created = assertStatus(await signUp({ email: `  ${userId}.ADA+x@Example.NET\t` }), 201).json;
    assert.equal(created.email, `${userId}.ada+x@example.net`);
    assert.equal(created.targets[0].identifier, created.email);
    assertRefused(await signUp({ email: `${userId}.Ada+X@example.net` }), REFUSALS.userExists);
  });

  test('a password has 8 to 256 bytes', async () => {
    for (const good of ['12345678', '🦊🦊', 'x'.repeat(256)]) assertStatus(await signUp({ password: good }), 201);
    const bad = ['1234567', '🦊', 'x'.repeat(257), '🦊'.repeat(65), 'null\u0000null', 'half \ud83e'];
    for (const password of [...bad, ...NOT_STRINGS]) await assertParameterRefused('password', { password });
  });

  test('a name is optional, and may be undefined, null or empty', async () => {
    for (const name of [undefined, null, '']) {
      assert.equal(assertStatus(await signUp({ name }), 201).json.name, '');
    }
    assert.equal(assertStatus(await signUp({ name: '🦊'.repeat(128) }), 201).json.name, '🦊'.repeat(128));
  });

  test('a name that is too long or not a string is refused', async () => {
    const bad = ['é'.repeat(129), ...NOT_STRINGS.filter((value) => value !== null && value !== '')];
    for (const name of bad) await assertParameterRefused('name', { name });
  });

  test('of several invalid parameters the first is reported', async () => {
    await assertParameterRefused('userId', { userId: '-', email: 'a', password: 'b', name: 1 });
    await assertParameterRefused('email', { email: 'a', password: 'b', name: 1 });
    await assertParameterRefused('password', { password: 'b', name: 1 });
  });

  test('invalid parameters are reported before an existing user', async () => {
    const user = await new ApiClient().signUp();
    await assertParameterRefused('password', { userId: user.userId, email: user.email, password: 'short' });
  });

  test('a refused sign-up does not reserve the e-mail address', async () => {
    const user = randomUser();
    assertRefused(await signUp({ ...user, password: 'short' }), REFUSALS.argument);
    assertRefused(await signUp({ ...user, userId: '-' }), REFUSALS.argument);
    assertStatus(await signUp(user), 201);
  });

  test('a sign-up with an existing ID does not reserve the e-mail address, and vice versa', async () => {
    const [known, refused] = [await new ApiClient().signUp(), randomUser()];
    assertRefused(await signUp({ ...refused, userId: known.userId }), REFUSALS.userExists);
    assertRefused(await signUp({ ...refused, email: known.email }), REFUSALS.userExists);
    assertStatus(await signUp(refused), 201);
  });

  test('a sign-up can be sent as a form', async () => {
    const user = randomUser();
    const form = new URLSearchParams({ ...user, name: 'Zoë & Ada' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assert.equal(assertStatus(await server().send('POST', '/account', form, headers), 201).json.name, 'Zoë & Ada');
    await new ApiClient().signIn(user);
  });
});

describe('sign-in', () => {
  test('an invalid e-mail address or password is refused as an invalid argument', async () => {
    const { email, password } = await new ApiClient().signUp();
    for (const bad of [...BAD_EMAILS, ...NOT_STRINGS]) {
      await assertParameterRefused('email', { email: bad, password }, '/account/sessions/email');
    }
    for (const bad of ['1234567', 'x'.repeat(257), ...NOT_STRINGS]) {
      await assertParameterRefused('password', { email, password: bad }, '/account/sessions/email');
    }
  });
});

async function assertParameterRefused(parameter, changed, path = '/account') {
  const hint = JSON.stringify(changed).slice(0, 200);
  const refused = await server().post(path, { ...randomUser(), ...changed });
  assertRefused(refused, REFUSALS.argument, hint);
  assert.match(refused.json.message, new RegExp(parameter), hint);
}
