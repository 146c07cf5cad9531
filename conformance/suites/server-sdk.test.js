import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Account, AppwriteException, ID } from 'node-appwrite';
import { KEYS } from '../harness/configuration.js';
import { REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';
import { client, clientWithKey, withKey, withSession } from '../sdks/server.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';

describe('server SDK', () => {
  test('a server signs somebody up and in, and reads the account with the secret it was given', async () => {
    const user = randomUser();
    const created = await withKey().create({ ...user, name: 'Ada' });
    assert.equal(created.$id, user.userId);
    const session = await withKey().createEmailPasswordSession(user);
    const account = withSession(session.secret);
    assert.equal((await account.get()).email, user.email);
    assert.equal((await account.getSession({ sessionId: 'current' })).$id, session.$id);
  });

  test('a server may leave the choice of an ID to the service', async () => {
    const created = await withKey().create({ ...randomUser(), userId: 'unique()' });
    assert.match(created.$id, SERVER_MADE_ID);
    const chosen = ID.custom(`Mx.${randomUser().userId}_-9`);
    assert.equal((await withKey().create({ ...randomUser(), userId: chosen })).$id, chosen);
  });

  test('the secret is the user and 256 hexadecimal digits, in Base64, and is shown once', async () => {
    const { user, session, account } = await served();
    const decoded = JSON.parse(Buffer.from(session.secret, 'base64').toString());
    assert.deepEqual(Object.keys(decoded), ['id', 'secret']);
    assert.equal(decoded.id, user.userId);
    assert.match(decoded.secret, /^[0-9a-f]{256}$/);
    assert.equal((await account.getSession({ sessionId: session.$id })).secret, '');
    assert.deepEqual(
      (await account.listSessions()).sessions.map(({ secret }) => secret),
      [''],
    );
  });

  test('everything a user does can be done by a server with the user’s session', async () => {
    const { account, session } = await served();
    assert.equal((await account.updateName({ name: 'Grace' })).name, 'Grace');
    await account.updatePrefs({ prefs: { theme: 'dark' } });
    assert.equal((await account.getPrefs()).theme, 'dark');
    const { total, logs } = await account.listLogs({ queries: [], total: true });
    assert.equal(total, 4);
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['user.update', 'user.update', 'session.create', 'user.create'],
    );
    assert.equal((await account.listLogs({ total: false })).total, 0);
    await account.deleteSession({ sessionId: session.$id });
    await assertRejected(account.get(), REFUSALS.guest);
  });

  test('a server can end all sessions of a user, and block the account for good', async () => {
    const { user, account } = await served();
    const another = withSession((await withKey().createEmailPasswordSession(user)).secret);
    await another.deleteSessions();
    await assertRejected(account.get(), REFUSALS.guest);
    const last = withSession((await withKey().createEmailPasswordSession(user)).secret);
    assert.equal((await last.updateStatus()).status, false);
    await assertRejected(last.get(), REFUSALS.blocked);
    await assertRejected(withKey().createEmailPasswordSession(user), REFUSALS.blocked);
  });

  test('a key is nobody: it has no account', async () => {
    await assertRejected(withKey().get(), REFUSALS.scope);
    await assertRejected(withKey().updateName({ name: 'Ada' }), REFUSALS.scope);
  });

  test('a key may do what its scopes say, and while it is valid', async () => {
    await assertRejected(withKey(KEYS.withoutScopes).create(randomUser()), REFUSALS.scope);
    await assertRejected(withKey(KEYS.expired).create(randomUser()), REFUSALS.keyExpired);
  });

  test('an unknown key is refused, and so is the key of another project', async () => {
    await assertRejected(withKey('unknown').create(randomUser()), REFUSALS.key);
    await assertRejected(withKey(KEYS.other).create(randomUser()), REFUSALS.key);
  });

  test('a server tells on whose device the session is opened', async () => {
    const user = randomUser();
    await withKey().create(user);
    const forwarding = new Account(clientWithKey().setForwardedUserAgent(IPHONE));
    const session = await forwarding.createEmailPasswordSession(user);
    assert.equal(session.osCode, 'IOS');
    assert.equal(session.clientCode, 'MF');
    assert.equal(session.deviceModel, 'iPhone');
  });

  test('without a key nobody speaks for the device of somebody else', async () => {
    const user = randomUser();
    await withKey().create(user);
    const account = new Account(client().setForwardedUserAgent(IPHONE));
    const session = await account.createEmailPasswordSession(user);
    assert.equal(session.deviceModel, '');
    assert.equal(session.secret, '');
  });

  test('a key is not limited: neither sign-ups nor failed sign-ins are counted', async () => {
    for (let i = 0; i < 12; i++) await withKey().create(randomUser());
    const user = randomUser();
    await withKey().create(user);
    const wrong = { ...user, password: 'not the password' };
    for (let i = 0; i < 12; i++) {
      await assertRejected(withKey().createEmailPasswordSession(wrong), REFUSALS.credentials);
    }
    await withKey().createEmailPasswordSession(user);
  });
});

/** Somebody a server has signed up and in. */
async function served() {
  const user = randomUser();
  await withKey().create(user);
  const session = await withKey().createEmailPasswordSession(user);
  return { user, session, account: withSession(session.secret) };
}

async function assertRejected(call, refusal) {
  await assert.rejects(call, AppwriteException);
  await assert.rejects(call, refusal);
}
