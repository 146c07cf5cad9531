import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DATE, REFUSALS } from '../harness/expectations.js';
import { stranger } from '../harness/people.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

/** How a browser may keep a session, by what it is allowed to. */
const KEEPERS = [
  { keeper: 'localStorage', cookies: false },
  { keeper: 'a cookie over http', storage: false },
  { keeper: 'cookies over https', storage: false, https: true },
];

for (const generation of CHOSEN_GENERATIONS) {
  for (const { keeper, ...habits } of KEEPERS) {
    describe(`web SDK ${generation.generation}, its session kept in ${keeper}`, () =>
      accountTests((more) => new Page(generation, { ...habits, ...more })));
  }
}

function accountTests(open) {
  const signedUp = async () => {
    const person = stranger();
    await open().signUp(person);
    return person;
  };
  const signedIn = async (person) => {
    const page = open();
    page.session = await page.signIn(person);
    return page;
  };
  const member = async () => {
    const person = await signedUp();
    return { person, page: await signedIn(person) };
  };

  test('signing up answers with the new user', async () => {
    const person = { ...stranger(), name: 'Zoë 🦊' };
    const user = await open().signUp(person);
    assert.equal(user.$id, person.userId);
    assert.equal(user.email, person.email);
    assert.equal(user.name, 'Zoë 🦊');
    assert.equal(user.status, true);
    assert.equal(user.emailVerification, false);
    assert.deepEqual(user.prefs, {});
    assert.match(user.registration, DATE);
  });

  test('an ID made by the SDK is taken as it is, and a name is optional', async () => {
    const page = open();
    const userId = page.sdk.ID.unique();
    const user = await page.signUp({ ...stranger(), userId });
    assert.match(user.$id, userId === 'unique()' ? /^[0-9a-f]{20}$/ : new RegExp(`^${userId}$`));
    assert.equal(user.name, '');
  });

  test('signing up does not sign in', async () => {
    const page = open();
    await page.signUp(stranger());
    await refused(page.get(), REFUSALS.guest);
  });

  test('signing in opens a session that the browser keeps', async () => {
    const person = await signedUp();
    const page = open();
    const session = await page.signIn({ ...person, email: person.email.toUpperCase() });
    assert.equal(session.userId, person.userId);
    assert.equal(session.provider, 'email');
    assert.equal(session.providerUid, person.email);
    assert.equal(session.clientName, 'Chrome');
    assert.equal(session.current, true);
    assert.match(session.expire, DATE);
    assert.equal((await page.get()).$id, person.userId);
  });

  test('what a user prefers is replaced as a whole', async () => {
    const { page } = await member();
    assert.deepEqual(await page.getPrefs(), {});
    const prefs = { theme: 'dark', prefs: { columns: ['a', 'ü', '🦊'], empty: {}, none: null }, size: 1.5 };
    assert.deepEqual((await page.updatePrefs(prefs)).prefs, prefs);
    assert.deepEqual(await page.getPrefs(), prefs);
    await page.updatePrefs({ theme: 'light' });
    assert.deepEqual(await page.getPrefs(), { theme: 'light' });
  });

  test('a name can be changed', async () => {
    const { page } = await member();
    assert.equal((await page.updateName('Ada Lovelace')).name, 'Ada Lovelace');
    assert.equal((await page.get()).name, 'Ada Lovelace');
  });

  test('sessions are listed in the order they were opened, and one of them is the current one', async () => {
    const { person, page: first } = await member();
    const second = await signedIn(person);
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
    const { page } = await member();
    const session = await page.getSession('current');
    assert.equal(session.$id, page.session.$id);
    assert.equal(session.secret ?? '', '');
    assert.deepEqual(await page.getSession(session.$id), session);
  });

  test('the log tells what happened, newest first, and can be read in pieces', async () => {
    const { person, page } = await member();
    await page.updateName('Ada');
    const { total, logs } = await page.listLogs();
    assert.equal(total, 3);
    assert.deepEqual(
      logs.map(({ event }) => event),
      ['user.update', 'session.create', 'user.create'],
    );
    assert.equal(logs[0].userId, person.userId);
    const piece = await page.listLogs((Query) => [Query.limit(1), Query.offset(1)]);
    assert.deepEqual(piece, { total: 3, logs: [logs[1]] });
  });

  test('deleting another session ends that one only', async () => {
    const { person, page: first } = await member();
    const second = await signedIn(person);
    await first.deleteSession(second.session.$id);
    await refused(second.get(), REFUSALS.guest);
    assert.equal((await first.get()).$id, person.userId);
    await refused(first.deleteSession(second.session.$id), REFUSALS.session);
  });

  test('after deleting the current session its browser is a guest and can sign in again', async () => {
    const { person, page } = await member();
    await page.deleteSession('current');
    await refused(page.get(), REFUSALS.guest);
    await page.signIn(person);
    assert.equal((await page.get()).$id, person.userId);
  });

  test('deleting all sessions signs out everywhere', async () => {
    const { person, page: first } = await member();
    const second = await signedIn(person);
    await first.deleteSessions();
    await refused(first.get(), REFUSALS.guest);
    await refused(second.get(), REFUSALS.guest);
    assert.equal((await (await signedIn(person)).listSessions()).total, 1);
  });

  test('whoever blocks the account is signed out, and nobody comes in any more', async () => {
    const { person, page: first } = await member();
    const second = await signedIn(person);
    assert.equal((await first.updateStatus()).status, false);
    await refused(first.get(), REFUSALS.guest);
    await refused(first.signIn(person), REFUSALS.blocked);
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
      () => second.signIn(person),
      () => second.signUp(stranger()),
    ];
    for (const attempt of attempts) await refused(attempt(), REFUSALS.blocked);
  });

  test('a block is not revealed to those who do not know the password', async () => {
    const { person, page } = await member();
    await page.updateStatus();
    await refused(open().signIn({ ...person, password: 'not the password' }), REFUSALS.credentials);
  });

  test('an address is taken in every spelling, and so is an ID', async () => {
    const person = await signedUp();
    await refused(open().signUp({ ...stranger(), email: person.email.toUpperCase() }), REFUSALS.taken);
    await refused(open().signUp({ ...stranger(), userId: person.userId }), REFUSALS.taken);
  });

  test('a wrong password and an unknown address are answered alike', async () => {
    const person = await signedUp();
    await refused(open().signIn({ ...person, password: 'not the password' }), REFUSALS.credentials);
    await refused(open().signIn(stranger()), REFUSALS.credentials);
  });

  test('a password is at least eight bytes long, when it is chosen and when it is asked for', async () => {
    const person = await signedUp();
    const short = { ...REFUSALS.argument, message: /password/ };
    await refused(open().signUp({ ...stranger(), password: 'seven77' }), short);
    await refused(open().signIn({ ...person, password: 'seven77' }), short);
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
    for (const attempt of attempts) await refused(attempt(), REFUSALS.guest);
  });

  test('nobody signs in twice', async () => {
    const { person, page } = await member();
    await refused(page.signIn(person), REFUSALS.signedInAlready);
    assert.equal((await page.listSessions()).total, 1);
  });

  test('whoever is signed in may sign up somebody else and stays who they are', async () => {
    const { person, page } = await member();
    const before = await page.get();
    assert.notEqual((await page.signUp(stranger())).$id, person.userId);
    assert.deepEqual(await page.get(), before);
  });

  test('an unknown session is not found, and neither is one of somebody else', async () => {
    const { page } = await member();
    const { page: somebody } = await member();
    for (const sessionId of ['unknown', somebody.session.$id]) {
      await refused(page.getSession(sessionId), REFUSALS.session);
      await refused(page.deleteSession(sessionId), REFUSALS.session);
    }
    assert.equal((await somebody.getSession('current')).$id, somebody.session.$id);
  });

  test('an unknown project is not found', async () => {
    const page = open({ project: 'nowhere', origin: null });
    await refused(page.signUp(stranger()), REFUSALS.project);
    await refused(page.get(), REFUSALS.project);
  });

  test('a page of a foreign origin learns nothing', async () => {
    const { person } = await member();
    const page = open({ origin: 'https://evil.example' });
    await assert.rejects(page.signIn(person), /Failed to fetch/);
  });
}

function refused(call, refusal) {
  return assert.rejects(call, { name: 'AppwriteException', ...refusal });
}
