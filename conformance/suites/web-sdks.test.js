import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DATE, REFUSALS } from '../harness/expectations.js';
import { randomUser } from '../harness/test-data.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

/** Where a browser stores the session, and the browser settings that lead to it. */
const STORAGES = [
  { name: 'localStorage', cookies: false },
  { name: 'a cookie over http', storage: false },
  { name: 'cookies over https', storage: false, https: true },
];

for (const generation of CHOSEN_GENERATIONS) {
  for (const { name, ...options } of STORAGES) {
    describe(`web SDK ${generation.generation}, session stored in ${name}`, () =>
      accountTests((more) => new Page(generation, { ...options, ...more })));
  }
}

function accountTests(open) {
  const signedUp = async () => {
    const user = randomUser();
    await open().signUp(user);
    return user;
  };
  const signedIn = async (user) => {
    const page = open();
    page.session = await page.signIn(user);
    return page;
  };
  const signedInUser = async () => {
    const user = await signedUp();
    return { user, page: await signedIn(user) };
  };

  test('signing up answers with the new user', async () => {
    const user = { ...randomUser(), name: 'Zoë 🦊' };
    const created = await open().signUp(user);
    assert.equal(created.$id, user.userId);
    assert.equal(created.email, user.email);
    assert.equal(created.name, 'Zoë 🦊');
    assert.equal(created.status, true);
    assert.equal(created.emailVerification, false);
    assert.deepEqual(created.prefs, {});
    assert.match(created.registration, DATE);
  });

  test('an ID made by the SDK is taken as it is, and a name is optional', async () => {
    const page = open();
    const userId = page.sdk.ID.unique();
    const created = await page.signUp({ ...randomUser(), userId });
    assert.match(created.$id, userId === 'unique()' ? /^[0-9a-f]{20}$/ : new RegExp(`^${userId}$`));
    assert.equal(created.name, '');
  });

  test('signing up does not sign in', async () => {
    const page = open();
    await page.signUp(randomUser());
    await assertRejected(page.get(), REFUSALS.guest);
  });

  test('signing in opens a session that the browser keeps', async () => {
    const user = await signedUp();
    const page = open();
    const session = await page.signIn({ ...user, email: user.email.toUpperCase() });
    assert.equal(session.userId, user.userId);
    assert.equal(session.provider, 'email');
    assert.equal(session.providerUid, user.email);
    assert.equal(session.clientName, 'Chrome');
    assert.equal(session.current, true);
    assert.match(session.expire, DATE);
    assert.equal((await page.get()).$id, user.userId);
  });

  test('what a user prefers is replaced as a whole', async () => {
    const { page } = await signedInUser();
    assert.deepEqual(await page.getPrefs(), {});
    const prefs = { theme: 'dark', prefs: { columns: ['a', 'ü', '🦊'], empty: {}, none: null }, size: 1.5 };
    assert.deepEqual((await page.updatePrefs(prefs)).prefs, prefs);
    assert.deepEqual(await page.getPrefs(), prefs);
    await page.updatePrefs({ theme: 'light' });
    assert.deepEqual(await page.getPrefs(), { theme: 'light' });
  });

  test('a name can be changed', async () => {
    const { page } = await signedInUser();
    assert.equal((await page.updateName('Ada Lovelace')).name, 'Ada Lovelace');
    assert.equal((await page.get()).name, 'Ada Lovelace');
  });

  test('sessions are listed in the order they were opened, and one of them is the current one', async () => {
    const { user, page: first } = await signedInUser();
    const second = await signedIn(user);
    const { total, sessions } = await first.listSessions();
    assert.equal(total, 2);
    assert.deepEqual(
      sessions.map(({ $id, current }) => [$id, current]),
      [
        [first.session.$id, true],
        [second.session.$id, false],
      ],
    );
  });

  test('the current session can be read by its ID and by the word current', async () => {
    const { page } = await signedInUser();
    const session = await page.getSession('current');
    assert.equal(session.$id, page.session.$id);
    assert.equal(session.secret ?? '', '');
    assert.deepEqual(await page.getSession(session.$id), session);
  });

  test('the log tells what happened, newest first, and can be read in pieces', async () => {
    const { user, page } = await signedInUser();
    await page.updateName('Ada');
    const { total, logs } = await page.listLogs();
    assert.equal(total, 3);
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['user.update', 'session.create', 'user.create'],
    );
    assert.equal(logs[0].userId, user.userId);
    const piece = await page.listLogs((Query) => [Query.limit(1), Query.offset(1)]);
    assert.deepEqual(piece, { total: 3, logs: [logs[1]] });
  });

  test('deleting another session ends that one only', async () => {
    const { user, page: first } = await signedInUser();
    const second = await signedIn(user);
    await first.deleteSession(second.session.$id);
    await assertRejected(second.get(), REFUSALS.guest);
    assert.equal((await first.get()).$id, user.userId);
    await assertRejected(first.deleteSession(second.session.$id), REFUSALS.session);
  });

  test('after deleting the current session its browser is a guest and can sign in again', async () => {
    const { user, page } = await signedInUser();
    await page.deleteSession('current');
    await assertRejected(page.get(), REFUSALS.guest);
    await page.signIn(user);
    assert.equal((await page.get()).$id, user.userId);
  });

  test('deleting all sessions signs out everywhere', async () => {
    const { user, page: first } = await signedInUser();
    const second = await signedIn(user);
    await first.deleteSessions();
    await assertRejected(first.get(), REFUSALS.guest);
    await assertRejected(second.get(), REFUSALS.guest);
    assert.equal((await (await signedIn(user)).listSessions()).total, 1);
  });

  test('whoever blocks the account is signed out, and nobody comes in any more', async () => {
    const { user, page: first } = await signedInUser();
    const second = await signedIn(user);
    assert.equal((await first.updateStatus()).status, false);
    await assertRejected(first.get(), REFUSALS.guest);
    await assertRejected(first.signIn(user), REFUSALS.blocked);
    const attempts = [
      () => second.get(),
      () => second.getPrefs(),
      () => second.updatePrefs({ a: 1 }),
      () => second.updateName('Ada'),
      () => second.listSessions(),
      () => second.getSession('current'),
      () => second.listLogs(),
      () => second.updateStatus(),
      () => second.deleteSession('current'),
      () => second.deleteSessions(),
      () => second.signIn(user),
      () => second.signUp(randomUser()),
    ];
    for (const attempt of attempts) await assertRejected(attempt(), REFUSALS.blocked);
  });

  test('a block is not revealed to those who do not know the password', async () => {
    const { user, page } = await signedInUser();
    await page.updateStatus();
    await assertRejected(open().signIn({ ...user, password: 'not the password' }), REFUSALS.credentials);
  });

  test('an address is taken in every spelling, and so is an ID', async () => {
    const user = await signedUp();
    await assertRejected(open().signUp({ ...randomUser(), email: user.email.toUpperCase() }), REFUSALS.userExists);
    await assertRejected(open().signUp({ ...randomUser(), userId: user.userId }), REFUSALS.userExists);
  });

  test('a wrong password and an unknown address are answered alike', async () => {
    const user = await signedUp();
    await assertRejected(open().signIn({ ...user, password: 'not the password' }), REFUSALS.credentials);
    await assertRejected(open().signIn(randomUser()), REFUSALS.credentials);
  });

  test('a password is at least eight bytes long, when it is chosen and when it is asked for', async () => {
    const user = await signedUp();
    const short = { ...REFUSALS.argument, message: /password/ };
    await assertRejected(open().signUp({ ...randomUser(), password: 'seven77' }), short);
    await assertRejected(open().signIn({ ...user, password: 'seven77' }), short);
  });

  test('a guest has no account to read, change or leave', async () => {
    const page = open();
    const attempts = [
      () => page.get(),
      () => page.getPrefs(),
      () => page.updatePrefs({ a: 1 }),
      () => page.updateName('Ada'),
      () => page.listSessions(),
      () => page.getSession('current'),
      () => page.listLogs(),
      () => page.updateStatus(),
      () => page.deleteSession('current'),
      () => page.deleteSessions(),
    ];
    for (const attempt of attempts) await assertRejected(attempt(), REFUSALS.guest);
  });

  test('nobody signs in twice', async () => {
    const { user, page } = await signedInUser();
    await assertRejected(page.signIn(user), REFUSALS.signedInAlready);
    assert.equal((await page.listSessions()).total, 1);
  });

  test('whoever is signed in may sign up somebody else and stays who they are', async () => {
    const { user, page } = await signedInUser();
    const before = await page.get();
    assert.notEqual((await page.signUp(randomUser())).$id, user.userId);
    assert.deepEqual(await page.get(), before);
  });

  test('an unknown session is not found, and neither is one of somebody else', async () => {
    const { page } = await signedInUser();
    const { page: otherPage } = await signedInUser();
    for (const sessionId of ['unknown', otherPage.session.$id]) {
      await assertRejected(page.getSession(sessionId), REFUSALS.session);
      await assertRejected(page.deleteSession(sessionId), REFUSALS.session);
    }
    assert.equal((await otherPage.getSession('current')).$id, otherPage.session.$id);
  });

  test('an unknown project is not found', async () => {
    const page = open({ project: 'nowhere', origin: null });
    await assertRejected(page.signUp(randomUser()), REFUSALS.project);
    await assertRejected(page.get(), REFUSALS.project);
  });

  test('a page of a foreign origin learns nothing', async () => {
    const { user } = await signedInUser();
    const page = open({ origin: 'https://evil.example' });
    await assert.rejects(page.signIn(user), /Failed to fetch/);
  });
}

function assertRejected(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
