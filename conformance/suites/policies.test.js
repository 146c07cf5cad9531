import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../harness/api-client.js';
import { APP_URL, KEYS, projectProperties } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { suiteFixture } from '../harness/installation.js';
import { messagesTo, awaitMessage, linkParameters } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { MessageReceiver } from '../harness/message-receiver.js';

/** One project for each policy, and one without any. */
const PROJECTS = {
  plain: {},
  strong: {
    'password-strength.min': 10,
    'password-strength.uppercase': true,
    'password-strength.lowercase': true,
    'password-strength.number': true,
    'password-strength.symbols': true,
  },
  original: { 'password-dictionary': true },
  impersonal: { 'personal-data': true },
  mindful: { 'password-history': 3 },
  small: { 'user-limit': 3 },
  single: { 'session-limit': 1 },
  pair: { 'session-limit': 2 },
  unlimited: { 'session-limit': 0 },
  lasting: { 'invalidate-sessions': false },
  alert: { 'session-alerts': true },
  durable: { 'emails.refuse-disposable': true },
  canonical: { 'emails.refuse-non-canonical': true },
  paid: { 'emails.refuse-free': true },
  corporate: { 'emails.refuse-non-corporate': true },
  fleeting: { 'validity.email-code': '1S', 'validity.magic-url': '1S', 'validity.recovery': '1S' },
  closed: Object.fromEntries(
    ['email-password', 'magic-url', 'email-otp', 'anonymous', 'phone', 'jwt'].map((way) => [`auth.${way}`, false]),
  ),
  strict: { strict: true, 'invalidate-sessions': false },
};

const fixture = suiteFixture(async (installation) => {
  const receiver = await MessageReceiver.open();
  const { url } = await installation.start(receiver.properties);
  return { url, receiver };
}, projectProperties(PROJECTS));

const receivedMessage = (to, count) => awaitMessage(to, count, fixture.receiver.url);
const guest = (project, headers) => new ApiClient({ 'x-appwrite-project': project, ...headers }, fixture.url);
const server = (project) => guest(project, { 'x-appwrite-key': KEYS.demo });

async function signedInUser(project, user = randomUser()) {
  await guest(project).signUp(user);
  return { user, ...(await guest(project).signIn(user)) };
}

describe('a strong password', () => {
  const WEAK = ['Sh0rt!', 'Aa1!Aa1!9', 'nouppercase1!', 'NOLOWERCASE1!', 'NoNumberAtAll!', 'NoSymbol12345'];
  const STRONG = 'Correct-h0rse';

  test('is asked for at sign-up', async () => {
    for (const password of WEAK) {
      assertRefused(await guest('strong').post('/account', { ...randomUser(), password }), REFUSALS.argument, password);
    }
    await guest('strong').signUp({ ...randomUser(), password: STRONG });
  });

  test('is asked for when it is changed and when it is recovered', async () => {
    const { client, user } = await signedInUser('strong', { ...randomUser(), password: STRONG });
    const { userId, secret } = (await server('strong').post('/account/recovery', { ...user, url: APP_URL })).json;
    for (const password of WEAK) {
      const change = { password, oldPassword: STRONG };
      assertRefused(await client.patch('/account/password', change), REFUSALS.argument, password);
      const recovery = { userId, secret, password };
      assertRefused(await server('strong').put('/account/recovery', recovery), REFUSALS.argument, password);
    }
    const recovery = { userId, secret, password: `${STRONG}2` };
    assertStatus(await guest('strong').put('/account/recovery', recovery), 200);
  });
});

describe('a password of the dictionary', () => {
  test('is refused, in exactly that spelling', async () => {
    for (const password of ['password', '12345678', 'sunshine']) {
      assertRefused(await guest('original').post('/account', { ...randomUser(), password }), REFUSALS.argument);
    }
    await guest('original').signUp({ ...randomUser(), password: 'pAsSwOrD' });
    await guest('plain').signUp({ ...randomUser(), password: 'password' });
  });
});

describe('a password about oneself', () => {
  test('is refused, whatever it is that it says, in any case', async () => {
    const user = { ...randomUser(), name: 'Ada Lovelace' };
    for (const part of [user.userId, user.email, 'ada lovelace', user.email.split('@')[0].toUpperCase()]) {
      const password = `x${part}x`;
      assertRefused(await guest('impersonal').post('/account', { ...user, password }), REFUSALS.personalPassword);
    }
    await guest('impersonal').signUp({ ...user, password: 'countess of computing' });
  });

  test('is refused when it is changed, a number included', async () => {
    const { client, user } = await signedInUser('impersonal', { ...randomUser(), password: 'countess of computing' });
    const phone = randomPhone();
    assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
    for (const password of [`x${phone}`, `x${phone.slice(1)}`]) {
      const change = { password, oldPassword: user.password };
      assertRefused(await client.patch('/account/password', change), REFUSALS.personalPassword);
    }
  });

  test('is not refused when it is recovered', async () => {
    const { user } = await signedInUser('impersonal', { ...randomUser(), password: 'countess of computing' });
    const { userId, secret } = (await server('impersonal').post('/account/recovery', { ...user, url: APP_URL })).json;
    const recovery = { userId, secret, password: `x${userId}` };
    assertStatus(await guest('impersonal').put('/account/recovery', recovery), 200);
  });
});

describe('a password history of three', () => {
  const [first, second, third, fourth] = ['the first one', 'the second one', 'the third one', 'the fourth one'];

  test('refuses the three that were last, and no other', async () => {
    const { client } = await signedInUser('mindful', { ...randomUser(), password: first });
    const change = (oldPassword, password) => client.patch('/account/password', { oldPassword, password });
    assertStatus(await change(first, second), 200);
    assertStatus(await change(second, third), 200);
    for (const earlier of [first, second, third]) {
      assertRefused(await change(third, earlier), REFUSALS.recentPassword, earlier);
    }
    assertStatus(await change(third, fourth), 200);
    assertStatus(await change(fourth, first), 200);
  });

  test('holds for recovery, whose link is kept', async () => {
    const { user } = await signedInUser('mindful', { ...randomUser(), password: first });
    const { userId, secret } = (await server('mindful').post('/account/recovery', { ...user, url: APP_URL })).json;
    const confirm = (password) => guest('mindful').put('/account/recovery', { userId, secret, password });
    assertRefused(await confirm(first), REFUSALS.recentPassword);
    assertStatus(await confirm(second), 200);
  });
});

describe('a project that takes three users in', () => {
  test('takes no fourth one, whichever way they come', async () => {
    await guest('small').signUp();
    assertStatus(await guest('small').post('/account/sessions/anonymous'), 201);
    const known = randomUser();
    assertStatus(await guest('small').post('/account/tokens/email', known), 201);
    for (const [path, body] of [
      ['/account', randomUser()],
      ['/account/sessions/anonymous', {}],
      ['/account/tokens/email', randomUser()],
      ['/account/tokens/magic-url', randomUser()],
      ['/account/tokens/phone', { ...randomUser(), phone: randomPhone() }],
    ]) {
      assertRefused(await guest('small').post(path, body), REFUSALS.userLimitReached, path);
      assertRefused(await server('small').post(path, body), REFUSALS.userLimitReached, path);
    }
    assertStatus(await guest('small').post('/account/tokens/email', known), 201);
  });
});

describe('a limit of sessions', () => {
  for (const [project, limit] of [
    ['single', 1],
    ['pair', 2],
    ['plain', 10],
  ]) {
    test(`of ${limit} ends the oldest ones`, async () => {
      const user = await guest(project).signUp();
      const opened = [];
      for (let time = 0; time < limit + 2; time++) opened.push(await guest(project).signIn(user));
      const { sessions } = assertStatus(await opened.at(-1).client.get('/account/sessions'), 200).json;
      assert.deepEqual(
        sessions.map(({ $id }) => $id),
        opened.slice(-limit).map(({ session }) => session.$id),
      );
    });
  }

  test('of none ends none', async () => {
    const user = await guest('unlimited').signUp();
    for (let time = 0; time < 11; time++) await guest('unlimited').signIn(user);
    const { client } = await guest('unlimited').signIn(user);
    assert.equal((await client.get('/account/sessions')).json.total, 12);
  });
});

describe('a new password where sessions last', () => {
  test('ends none of them', async () => {
    const { client, user } = await signedInUser('lasting');
    const other = await guest('lasting').signIn(user);
    const change = { password: 'battery staple', oldPassword: user.password };
    assertStatus(await client.patch('/account/password', change), 200);
    assertStatus(await other.client.get('/account'), 200);
    const { userId, secret } = (await server('lasting').post('/account/recovery', { ...user, url: APP_URL })).json;
    const recovery = { userId, secret, password: 'another one' };
    assertStatus(await guest('lasting').put('/account/recovery', recovery), 200);
    assertStatus(await other.client.get('/account'), 200);
  });
});

describe('a session alert', () => {
  test('tells of a second session: from where, when, and by what', async () => {
    const { user } = await signedInUser('alert');
    const client = guest('alert', { 'x-forwarded-for': '203.0.113.7' });
    await client.signIn(user);
    const { text, subject } = await receivedMessage(user.email);
    assert.match(subject, /alert/);
    assert.match(text, /203\.0\.113\.7/);
    assert.match(text, /Chrome/);
    assert.match(text, /unknown/i, 'the country');
    assert.match(text, /UTC/);
  });

  test('does not tell of the first one, nor of those opened by mail', async () => {
    const user = await guest('alert').signUp();
    const { secret } = (await server('alert').post('/account/tokens/email', user)).json;
    await receivedMessage(user.email);
    await guest('alert').signIn(user);
    for (const [path, count] of [
      ['/account/tokens/magic-url', 2],
      ['/account/tokens/email', 3],
    ]) {
      const token = (await server('alert').post(path, { ...user, url: APP_URL })).json;
      await receivedMessage(user.email, count);
      assertStatus(await guest('alert').post('/account/sessions/token', token), 201);
    }
    assertStatus(await guest('alert').post('/account/sessions/token', { ...user, secret }), 201);
    await guest('alert').signIn(user);
    assert.match((await receivedMessage(user.email, 4)).subject, /alert/);
    assert.equal((await messagesTo(user.email, fixture.receiver.url)).length, 4);
  });

  test('is in the language of whoever signs in, and is not sent unless the project wants it', async () => {
    const { user } = await signedInUser('alert');
    await guest('alert', { 'x-appwrite-locale': 'de' }).signIn(user);
    assert.match((await receivedMessage(user.email)).html, /lang="de"/);
    const { user: unbothered } = await signedInUser('plain');
    await guest('plain').signIn(unbothered);
    await guest('plain').post('/account/tokens/email', unbothered);
    await receivedMessage(unbothered.email);
    assert.equal((await messagesTo(unbothered.email, fixture.receiver.url)).length, 1);
  });
});

describe('an address that a project does not want', () => {
  const name = () => `a${randomUser().userId}`;
  for (const [project, type, refused, accepted] of [
    ['durable', 'user_email_disposable', 'mailinator.com', 'gmail.com'],
    ['paid', 'user_email_free', 'gmail.com', 'example.net'],
    ['corporate', 'user_email_not_corporate', 'gmail.com', 'example.net'],
    ['corporate', 'user_email_not_corporate', 'mailinator.com', 'example.net'],
  ]) {
    test(`is refused, however it is given: ${type} for ${refused}`, async () => {
      await assertUnwanted(
        project,
        type,
        () => `${name()}@${refused}`,
        () => `${name()}@${accepted}`,
      );
    });
  }

  test('is refused, however it is given: user_email_not_canonical for one with a tag', async () => {
    await assertUnwanted(
      'canonical',
      'user_email_not_canonical',
      () => `${name()}+tag@gmail.com`,
      () => `${name()}@gmail.com`,
    );
  });

  async function assertUnwanted(project, type, unwanted, wanted) {
    const { client, user } = await signedInUser(project, { ...randomUser(), email: wanted() });
    const { password } = user;
    const email = unwanted();
    for (const [method, path, from] of [
      ['POST', '/account', guest(project)],
      ['POST', '/account/tokens/email', guest(project)],
      ['POST', '/account/tokens/magic-url', guest(project)],
      ['PATCH', '/account/email', client],
    ]) {
      const response = await from.sendJson(method, path, { ...randomUser(), email, password });
      assertRefused(response, { code: 400, type }, path);
    }
    assertStatus(await client.patch('/account/email', { email: wanted(), password }), 200);
  }
});

describe('what is valid for a second', () => {
  for (const path of ['/account/tokens/email', '/account/tokens/magic-url']) {
    test(`opens nothing after two, asked for at ${path}`, async () => {
      const { userId, secret, expire } = (await server('fleeting').post(path, randomUser())).json;
      await pause(Date.parse(expire) - Date.now() + 50);
      assertRefused(await guest('fleeting').post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  }

  test('recovers nothing after two', async () => {
    const user = await guest('fleeting').signUp();
    const token = (await server('fleeting').post('/account/recovery', { ...user, url: APP_URL })).json;
    await pause(Date.parse(token.expire) - Date.now() + 50);
    const { userId, secret } = token;
    const recovery = { userId, secret, password: 'battery staple' };
    assertRefused(await guest('fleeting').put('/account/recovery', recovery), REFUSALS.token);
  });
});

describe('a way to sign in that is switched off', () => {
  const WAYS = [
    ['/account', randomUser()],
    ['/account/sessions/email', randomUser()],
    ['/account/sessions', randomUser()],
    ['/account/sessions/anonymous'],
    ['/account/tokens/magic-url', randomUser()],
    ['/account/sessions/magic-url', randomUser()],
    ['/account/tokens/email', randomUser()],
    ['/account/tokens/phone', { ...randomUser(), phone: randomPhone() }],
    ['/account/sessions/phone', { ...randomUser(), phone: randomPhone() }],
  ];

  for (const [path, body] of WAYS) {
    test(`is not supported at ${path}, before anything is looked at; but it is elsewhere`, async () => {
      assertRefused(await guest('closed').post(path, body), REFUSALS.methodDisabled);
      assertRefused(await guest('closed').post(path, {}), REFUSALS.methodDisabled);
      assert.notEqual((await guest('plain').post(path, body)).status, 501);
    });
  }

  test('is open to servers', async () => {
    const user = randomUser();
    assertStatus(await server('closed').post('/account', user), 201);
    await server('closed').signIn(user);
    assertStatus(await server('closed').post('/account/tokens/email', user), 201);
  });

  test('is so for JWTs and numbers of those who are signed in; what was sent before still works', async () => {
    const user = await server('closed').signUp();
    const { secret } = (await server('closed').post('/account/tokens/email', user)).json;
    const client = guest('closed');
    const signedIn = client.withSessionFrom(await client.post('/account/sessions/token', { ...user, secret })).client;
    for (const path of ['/account/jwts', '/account/jwt']) {
      assertRefused(await signedIn.post(path), REFUSALS.methodDisabled);
    }
    assertStatus(await signedIn.patch('/account/phone', { ...user, phone: randomPhone() }), 200);
    for (const path of ['/account/verifications/phone', '/account/verification/phone']) {
      assertRefused(await signedIn.post(path), REFUSALS.methodDisabled);
    }
    assertStatus(await guest('closed').post('/account/recovery', { ...user, url: APP_URL }), 201);
  });
});

describe('a strict project', () => {
  const BACK = 'https://app.example.com/back';
  const blocked = async (project) => {
    const { client, user } = await signedInUser(project);
    assertStatus(await client.patch('/account/status'), 200);
    return user;
  };
  const silence = async (project, email) => {
    const other = randomUser();
    await guest(project).post('/account/tokens/email', other);
    await receivedMessage(other.email);
    assert.deepEqual(await messagesTo(email, fixture.receiver.url), []);
  };

  test('answers everybody who forgot a password alike, and writes to its users only', async () => {
    const known = await guest('strict').signUp();
    const unknownUser = randomUser();
    const shut = await blocked('strict');
    for (const { email } of [unknownUser, shut, known]) {
      const response = await guest('strict').post('/account/recovery', { email, url: BACK });
      assertToken(response, { userId: '', minutes: 60 });
    }
    const { userId, secret } = linkParameters(await receivedMessage(known.email));
    await silence('strict', unknownUser.email);
    await silence('strict', shut.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('strict').put('/account/recovery', recovery), 200);
  });

  test('tells its servers who is a user, and so does any other project everybody', async () => {
    for (const client of [server('strict'), guest('plain'), server('plain')]) {
      const ask = ({ email }) => client.post('/account/recovery', { email, url: BACK });
      assertRefused(await ask(randomUser()), REFUSALS.user);
    }
    const shut = { strict: await blocked('strict'), plain: await blocked('plain') };
    const ask = (client, { email }) => client.post('/account/recovery', { email, url: BACK });
    assertRefused(await ask(server('strict'), shut.strict), REFUSALS.blocked);
    assertRefused(await ask(guest('plain'), shut.plain), REFUSALS.blocked);
  });

  test('answers an unknown ID like a wrong secret', async () => {
    const expected = { strict: REFUSALS.token, plain: REFUSALS.user };
    for (const [project, refusal] of Object.entries(expected)) {
      const body = { userId: randomUser().userId, secret: 'a'.repeat(256), password: 'battery staple' };
      for (const path of [
        '/account/recovery',
        '/account/verifications/email',
        '/account/verification',
        '/account/verifications/phone',
        '/account/verification/phone',
      ]) {
        assertRefused(await guest(project).put(path, body), refusal, `${project} ${path}`);
      }
    }
  });

  test('does not write to those it has blocked, and does not let that show', async () => {
    for (const [path, minutes] of [
      ['/account/tokens/email', 15],
      ['/account/tokens/magic-url', 60],
    ]) {
      const { userId, email } = await blocked('strict');
      assertToken(await guest('strict').post(path, { userId, email, url: BACK }), { userId, minutes });
      await silence('strict', email);
      const other = await blocked('plain');
      assertToken(await guest('plain').post(path, { ...other, url: BACK }), { userId: other.userId, minutes });
      await receivedMessage(other.email);
    }
  });

  test('does not text those it has blocked either', async () => {
    for (const [project, texted] of [
      ['strict', 0],
      ['plain', 1],
    ]) {
      const { client, user } = await signedInUser(project);
      const { userId, password } = user;
      const phone = randomPhone();
      assertStatus(await client.patch('/account/phone', { phone, password }), 200);
      assertStatus(await client.patch('/account/status'), 200);
      assertToken(await guest(project).post('/account/tokens/phone', { userId, phone }), { userId, minutes: 15 });
      // Messages overtake each other, so one that has to come is waited for, and one that must not is given time.
      const later = randomPhone();
      await guest(project).post('/account/tokens/phone', { ...randomUser(), phone: later });
      await receivedMessage(texted ? phone : later);
      assert.equal((await messagesTo(phone, fixture.receiver.url)).length, texted, project);
    }
  });

  test('lets addresses be verified within an hour', async () => {
    for (const [project, minutes] of [
      ['strict', 60],
      ['plain', 7 * 24 * 60],
    ]) {
      const { client, user } = await signedInUser(project);
      const response = await client.post('/account/verifications/email', { url: BACK });
      assertToken(response, { userId: user.userId, minutes });
    }
  });

  test('sends links to apps by https only, unless they run on this very machine', async () => {
    for (const [url, strictly] of [
      ['https://app.example.com/x', 201],
      ['http://localhost:3000/x', 201],
      ['http://127.0.0.1:3000/x', 201],
      ['http://[::1]:3000/x', 201],
      ['http://app.example.com/x', 400],
      ['exp://x', 400],
      ['appwrite-callback-strict://x', 201],
    ]) {
      const ask = (project, where) => guest(project).post('/account/tokens/magic-url', { ...randomUser(), url: where });
      assertStatus(await ask('strict', url), strictly);
      assertStatus(await ask('plain', url.replace('strict', 'plain')), 201);
    }
  });

  test('ends sessions with the password, whatever else was configured', async () => {
    const { client, user } = await signedInUser('strict');
    const other = await guest('strict').signIn(user);
    const change = { password: 'battery staple', oldPassword: user.password };
    assertStatus(await client.patch('/account/password', change), 200);
    assertRefused(await other.client.get('/account'), REFUSALS.guest);
    assertStatus(await client.get('/account'), 200);
  });

  test('says, as others do, that an address is taken, and whose ID a code is for', async () => {
    const { userId, email } = await guest('strict').signUp();
    assertRefused(await guest('strict').post('/account', { ...randomUser(), email }), REFUSALS.userExists);
    const response = await guest('strict').post('/account/tokens/email', { ...randomUser(), email });
    assertToken(response, { userId, minutes: 15 });
  });
});
