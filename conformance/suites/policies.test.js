import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient } from '../harness/api-client.js';
import { APP_URL, KEYS, projectProperties } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitMessage, linkParameters, messagesTo } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

/** One project for each policy, and one with the defaults. */
const PROJECTS = {
  plain: {},
  strength: {
    'password-strength.min': 10,
    'password-strength.uppercase': true,
    'password-strength.lowercase': true,
    'password-strength.number': true,
    'password-strength.symbols': true,
  },
  dictionary: { 'password-dictionary': true },
  personal: { 'personal-data': true },
  history: { 'password-history': 3 },
  threeusers: { 'user-limit': 3 },
  onesession: { 'session-limit': 1 },
  twosessions: { 'session-limit': 2 },
  unlimited: { 'session-limit': 0 },
  keepsessions: { 'invalidate-sessions': false },
  alerts: { 'session-alerts': true },
  nodisposable: { 'emails.refuse-disposable': true },
  canonicalonly: { 'emails.refuse-non-canonical': true },
  nofree: { 'emails.refuse-free': true },
  corporateonly: { 'emails.refuse-non-corporate': true },
  shortvalidity: { 'validity.email-code': '1S', 'validity.magic-url': '1S', 'validity.recovery': '1S' },
  nomethods: Object.fromEntries(
    ['email-password', 'magic-url', 'email-otp', 'anonymous', 'phone', 'jwt'].map((method) => [
      `auth.${method}`,
      false,
    ]),
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

describe('the policy password-strength', () => {
  const WEAK = ['Sh0rt!', 'Aa1!Aa1!9', 'nouppercase1!', 'NOLOWERCASE1!', 'NoNumberAtAll!', 'NoSymbol12345'];
  const STRONG = 'Correct-h0rse';

  test('a weak password is refused at sign-up', async () => {
    for (const password of WEAK) {
      assertRefused(
        await guest('strength').post('/account', { ...randomUser(), password }),
        REFUSALS.argument,
        password,
      );
    }
    await guest('strength').signUp({ ...randomUser(), password: STRONG });
  });

  test('a weak password is refused when the password is changed or recovered', async () => {
    const { client, user } = await signedInUser('strength', { ...randomUser(), password: STRONG });
    const { userId, secret } = (await server('strength').post('/account/recovery', { ...user, url: APP_URL })).json;
    for (const password of WEAK) {
      const change = { password, oldPassword: STRONG };
      assertRefused(await client.patch('/account/password', change), REFUSALS.argument, password);
      const recovery = { userId, secret, password };
      assertRefused(await server('strength').put('/account/recovery', recovery), REFUSALS.argument, password);
    }
    const recovery = { userId, secret, password: `${STRONG}2` };
    assertStatus(await guest('strength').put('/account/recovery', recovery), 200);
  });
});

describe('the policy password-dictionary', () => {
  test('a password in the dictionary is refused, compared with its case', async () => {
    for (const password of ['password', '12345678', 'sunshine']) {
      assertRefused(await guest('dictionary').post('/account', { ...randomUser(), password }), REFUSALS.argument);
    }
    await guest('dictionary').signUp({ ...randomUser(), password: 'pAsSwOrD' });
    await guest('plain').signUp({ ...randomUser(), password: 'password' });
  });
});

describe('the policy personal-data', () => {
  test('a password that contains ID, name or e-mail address of the user is refused, in any case', async () => {
    const user = { ...randomUser(), name: 'Ada Lovelace' };
    for (const part of [user.userId, user.email, 'ada lovelace', user.email.split('@')[0].toUpperCase()]) {
      const password = `x${part}x`;
      assertRefused(await guest('personal').post('/account', { ...user, password }), REFUSALS.personalPassword);
    }
    await guest('personal').signUp({ ...user, password: 'countess of computing' });
  });

  test('a new password that contains the phone number is refused', async () => {
    const { client, user } = await signedInUser('personal', { ...randomUser(), password: 'countess of computing' });
    const phone = randomPhone();
    assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
    for (const password of [`x${phone}`, `x${phone.slice(1)}`]) {
      const change = { password, oldPassword: user.password };
      assertRefused(await client.patch('/account/password', change), REFUSALS.personalPassword);
    }
  });

  test('a password with personal data is refused however its characters are typed', async () => {
    const name = 'Ren\u00e9e of Orl\u00e9ans';
    for (const form of ['NFC', 'NFD']) {
      for (const typed of ['NFC', 'NFD']) {
        const user = { ...randomUser(), name: name.normalize(form) };
        const password = `i am ${name.normalize(typed).toUpperCase()}`;
        assertRefused(await guest('personal').post('/account', { ...user, password }), REFUSALS.personalPassword);
      }
    }
  });

  test('a recovered password may contain personal data', async () => {
    const { user } = await signedInUser('personal', { ...randomUser(), password: 'countess of computing' });
    const { userId, secret } = (await server('personal').post('/account/recovery', { ...user, url: APP_URL })).json;
    const recovery = { userId, secret, password: `x${userId}` };
    assertStatus(await guest('personal').put('/account/recovery', recovery), 200);
  });
});

describe('the policy password-history', () => {
  const [first, second, third, fourth] = ['the first one', 'the second one', 'the third one', 'the fourth one'];

  test('with a password history of three the last three passwords are refused, and no earlier ones', async () => {
    const { client } = await signedInUser('history', { ...randomUser(), password: first });
    const change = (oldPassword, password) => client.patch('/account/password', { oldPassword, password });
    assertStatus(await change(first, second), 200);
    assertStatus(await change(second, third), 200);
    for (const earlier of [first, second, third]) {
      assertRefused(await change(third, earlier), REFUSALS.recentPassword, earlier);
    }
    assertStatus(await change(third, fourth), 200);
    assertStatus(await change(fourth, first), 200);
  });

  test('the password history recognises a password however its characters are typed', async () => {
    const [composed, decomposed] = ['NFC', 'NFD'].map((form) => 'cr\u00e8me br\u00fbl\u00e9e'.normalize(form));
    for (const [set, typed] of [[composed, decomposed], [decomposed, composed]]) {
      const { client, user } = await signedInUser('history', { ...randomUser(), password: set });
      const change = { oldPassword: typed, password: typed };
      assertRefused(await client.patch('/account/password', change), REFUSALS.recentPassword);
      const { userId, secret } = (await server('history').post('/account/recovery', { ...user, url: APP_URL })).json;
      const recovery = { userId, secret, password: typed };
      assertRefused(await guest('history').put('/account/recovery', recovery), REFUSALS.recentPassword);
    }
  });

  test('the password history applies to recovery, and a refused password does not use up the link', async () => {
    const { user } = await signedInUser('history', { ...randomUser(), password: first });
    const { userId, secret } = (await server('history').post('/account/recovery', { ...user, url: APP_URL })).json;
    const recover = (password) => guest('history').put('/account/recovery', { userId, secret, password });
    assertRefused(await recover(first), REFUSALS.recentPassword);
    assertStatus(await recover(second), 200);
  });
});

describe('the policy user-limit', () => {
  test('a new user above the limit is refused by every method, and existing users can still sign in', async () => {
    await guest('threeusers').signUp();
    assertStatus(await guest('threeusers').post('/account/sessions/anonymous'), 201);
    const known = randomUser();
    assertStatus(await guest('threeusers').post('/account/tokens/email', known), 201);
    for (const [path, body] of [
      ['/account', randomUser()],
      ['/account/sessions/anonymous', {}],
      ['/account/tokens/email', randomUser()],
      ['/account/tokens/magic-url', randomUser()],
      ['/account/tokens/phone', { ...randomUser(), phone: randomPhone() }],
    ]) {
      assertRefused(await guest('threeusers').post(path, body), REFUSALS.userLimitReached, path);
      assertRefused(await server('threeusers').post(path, body), REFUSALS.userLimitReached, path);
    }
    assertStatus(await guest('threeusers').post('/account/tokens/email', known), 201);
  });
});

describe('the policy session-limit', () => {
  for (const [project, limit] of [
    ['onesession', 1],
    ['twosessions', 2],
    ['plain', 10],
  ]) {
    test(`with a session limit of ${limit} a new session ends the oldest ones above the limit`, async () => {
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

  test('with a session limit of 0 no session is ended', async () => {
    const user = await guest('unlimited').signUp();
    for (let time = 0; time < 11; time++) await guest('unlimited').signIn(user);
    const { client } = await guest('unlimited').signIn(user);
    assert.equal((await client.get('/account/sessions')).json.total, 12);
  });
});

describe('the policy invalidate-sessions', () => {
  test('with invalidate-sessions=false changing or recovering the password ends no session', async () => {
    const { client, user } = await signedInUser('keepsessions');
    const other = await guest('keepsessions').signIn(user);
    const change = { password: 'battery staple', oldPassword: user.password };
    assertStatus(await client.patch('/account/password', change), 200);
    assertStatus(await other.client.get('/account'), 200);
    const { userId, secret } = (await server('keepsessions').post('/account/recovery', { ...user, url: APP_URL })).json;
    const recovery = { userId, secret, password: 'another one' };
    assertStatus(await guest('keepsessions').put('/account/recovery', recovery), 200);
    assertStatus(await other.client.get('/account'), 200);
  });
});

describe('the policy session-alerts', () => {
  test('the alert of a further session contains client address, country, client and time', async () => {
    const { user } = await signedInUser('alerts');
    const client = guest('alerts', { 'x-forwarded-for': '203.0.113.7' });
    await client.signIn(user);
    const { text, subject } = await receivedMessage(user.email);
    assert.match(subject, /alert/);
    assert.match(text, /203\.0\.113\.7/);
    assert.match(text, /Chrome/);
    assert.match(text, /unknown/i, 'the country is unknown');
    assert.match(text, /UTC/);
  });

  test('the first session, and sessions opened by mail, trigger no alert', async () => {
    const user = await guest('alerts').signUp();
    const { secret } = (await server('alerts').post('/account/tokens/email', user)).json;
    await receivedMessage(user.email);
    await guest('alerts').signIn(user);
    for (const [path, count] of [
      ['/account/tokens/magic-url', 2],
      ['/account/tokens/email', 3],
    ]) {
      const token = (await server('alerts').post(path, { ...user, url: APP_URL })).json;
      await receivedMessage(user.email, count);
      assertStatus(await guest('alerts').post('/account/sessions/token', token), 201);
    }
    assertStatus(await guest('alerts').post('/account/sessions/token', { ...user, secret }), 201);
    await guest('alerts').signIn(user);
    assert.match((await receivedMessage(user.email, 4)).subject, /alert/);
    assert.equal((await messagesTo(user.email, fixture.receiver.url)).length, 4);
  });

  test('a session alert uses the language of the sign-in, and is sent only with this policy', async () => {
    const { user } = await signedInUser('alerts');
    await guest('alerts', { 'x-appwrite-locale': 'de' }).signIn(user);
    assert.match((await receivedMessage(user.email)).html, /lang="de"/);
    const { user: other } = await signedInUser('plain');
    await guest('plain').signIn(other);
    await guest('plain').post('/account/tokens/email', other);
    await receivedMessage(other.email);
    assert.equal((await messagesTo(other.email, fixture.receiver.url)).length, 1);
  });
});

describe('the policies for e-mail addresses', () => {
  const name = () => `a${randomUser().userId}`;
  for (const [project, type, refused, accepted] of [
    ['nodisposable', 'user_email_disposable', 'mailinator.com', 'gmail.com'],
    ['nofree', 'user_email_free', 'gmail.com', 'example.net'],
    ['corporateonly', 'user_email_not_corporate', 'gmail.com', 'example.net'],
    ['corporateonly', 'user_email_not_corporate', 'mailinator.com', 'example.net'],
  ]) {
    test(`an e-mail address at ${refused} is refused by every method with ${type}`, async () => {
      await assertEmailRefused(
        project,
        type,
        () => `${name()}@${refused}`,
        () => `${name()}@${accepted}`,
      );
    });
  }

  test('an e-mail address with a tag is refused by every method with user_email_not_canonical', async () => {
    await assertEmailRefused(
      'canonicalonly',
      'user_email_not_canonical',
      () => `${name()}+tag@gmail.com`,
      () => `${name()}@gmail.com`,
    );
  });

  async function assertEmailRefused(project, type, refusedEmail, acceptedEmail) {
    const { client, user } = await signedInUser(project, { ...randomUser(), email: acceptedEmail() });
    const { password } = user;
    const email = refusedEmail();
    for (const [method, path, from] of [
      ['POST', '/account', guest(project)],
      ['POST', '/account/tokens/email', guest(project)],
      ['POST', '/account/tokens/magic-url', guest(project)],
      ['PATCH', '/account/email', client],
    ]) {
      const response = await from.sendJson(method, path, { ...randomUser(), email, password });
      assertRefused(response, { code: 400, type }, path);
    }
    assertStatus(await client.patch('/account/email', { email: acceptedEmail(), password }), 200);
  }
});

describe('the policies for the validity of tokens', () => {
  for (const path of ['/account/tokens/email', '/account/tokens/magic-url']) {
    test(`a token that was requested at ${path} is refused after its configured validity`, async () => {
      const { userId, secret, expire } = (await server('shortvalidity').post(path, randomUser())).json;
      await pause(Date.parse(expire) - Date.now() + 50);
      assertRefused(await guest('shortvalidity').post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  }

  test('a recovery secret is refused after its configured validity', async () => {
    const user = await guest('shortvalidity').signUp();
    const token = (await server('shortvalidity').post('/account/recovery', { ...user, url: APP_URL })).json;
    await pause(Date.parse(token.expire) - Date.now() + 50);
    const { userId, secret } = token;
    const recovery = { userId, secret, password: 'battery staple' };
    assertRefused(await guest('shortvalidity').put('/account/recovery', recovery), REFUSALS.token);
  });
});

describe('the policies for sign-in methods', () => {
  const METHODS = [
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

  for (const [path, body] of METHODS) {
    test(`a disabled method is not supported at ${path}, whatever the parameters, and other projects support it`, async () => {
      assertRefused(await guest('nomethods').post(path, body), REFUSALS.methodDisabled);
      assertRefused(await guest('nomethods').post(path, {}), REFUSALS.methodDisabled);
      assert.notEqual((await guest('plain').post(path, body)).status, 501);
    });
  }

  test('a disabled method can be used with an API key', async () => {
    const user = randomUser();
    assertStatus(await server('nomethods').post('/account', user), 201);
    await server('nomethods').signIn(user);
    assertStatus(await server('nomethods').post('/account/tokens/email', user), 201);
  });

  test('JWTs and phone verification can be disabled; tokens that were issued before stay valid', async () => {
    const user = await server('nomethods').signUp();
    const { secret } = (await server('nomethods').post('/account/tokens/email', user)).json;
    const client = guest('nomethods');
    const signedIn = client.withSessionFrom(await client.post('/account/sessions/token', { ...user, secret })).client;
    for (const path of ['/account/jwts', '/account/jwt']) {
      assertRefused(await signedIn.post(path), REFUSALS.methodDisabled);
    }
    assertStatus(await signedIn.patch('/account/phone', { ...user, phone: randomPhone() }), 200);
    for (const path of ['/account/verifications/phone', '/account/verification/phone']) {
      assertRefused(await signedIn.post(path), REFUSALS.methodDisabled);
    }
    assertStatus(await guest('nomethods').post('/account/recovery', { ...user, url: APP_URL }), 201);
  });
});

describe('a strict project', () => {
  const REDIRECT_URL = 'https://app.example.com/back';
  const createBlockedUser = async (project) => {
    const { client, user } = await signedInUser(project);
    assertStatus(await client.patch('/account/status'), 200);
    return user;
  };
  const assertNoMessage = async (project, email) => {
    const other = randomUser();
    await guest(project).post('/account/tokens/email', other);
    await receivedMessage(other.email);
    assert.deepEqual(await messagesTo(email, fixture.receiver.url), []);
  };

  test('a strict project returns the same response to every recovery request, and sends mail only to active users', async () => {
    const known = await guest('strict').signUp();
    const unknownUser = randomUser();
    const blockedUser = await createBlockedUser('strict');
    for (const { email } of [unknownUser, blockedUser, known]) {
      const response = await guest('strict').post('/account/recovery', { email, url: REDIRECT_URL });
      assertToken(response, { userId: '', minutes: 60 });
    }
    const { userId, secret } = linkParameters(await receivedMessage(known.email));
    await assertNoMessage('strict', unknownUser.email);
    await assertNoMessage('strict', blockedUser.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('strict').put('/account/recovery', recovery), 200);
  });

  test('a strict project with an API key, and other projects, report unknown and blocked users on recovery', async () => {
    for (const client of [server('strict'), guest('plain'), server('plain')]) {
      const requestRecovery = ({ email }) => client.post('/account/recovery', { email, url: REDIRECT_URL });
      assertRefused(await requestRecovery(randomUser()), REFUSALS.user);
    }
    const blockedUsers = { strict: await createBlockedUser('strict'), plain: await createBlockedUser('plain') };
    const requestRecovery = (client, { email }) => client.post('/account/recovery', { email, url: REDIRECT_URL });
    assertRefused(await requestRecovery(server('strict'), blockedUsers.strict), REFUSALS.blocked);
    assertRefused(await requestRecovery(guest('plain'), blockedUsers.plain), REFUSALS.blocked);
  });

  test('a strict project reports an unknown user ID as an invalid token', async () => {
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

  test('a strict project sends no mail to blocked users, and returns the usual response', async () => {
    for (const [path, minutes] of [
      ['/account/tokens/email', 15],
      ['/account/tokens/magic-url', 60],
    ]) {
      const { userId, email } = await createBlockedUser('strict');
      assertToken(await guest('strict').post(path, { userId, email, url: REDIRECT_URL }), { userId, minutes });
      await assertNoMessage('strict', email);
      const other = await createBlockedUser('plain');
      assertToken(await guest('plain').post(path, { ...other, url: REDIRECT_URL }), { userId: other.userId, minutes });
      await receivedMessage(other.email);
    }
  });

  test('a strict project sends no SMS to blocked users, and returns the usual response', async () => {
    for (const [project, expected] of [
      ['strict', 0],
      ['plain', 1],
    ]) {
      const { client, user } = await signedInUser(project);
      const { userId, password } = user;
      const phone = randomPhone();
      assertStatus(await client.patch('/account/phone', { phone, password }), 200);
      assertStatus(await client.patch('/account/status'), 200);
      assertToken(await guest(project).post('/account/tokens/phone', { userId, phone }), { userId, minutes: 15 });
      // Messages may overtake each other: await the expected one, or a later one before asserting that none arrived.
      const later = randomPhone();
      await guest(project).post('/account/tokens/phone', { ...randomUser(), phone: later });
      await receivedMessage(expected ? phone : later);
      assert.equal((await messagesTo(phone, fixture.receiver.url)).length, expected, project);
    }
  });

  test('in a strict project an e-mail verification is valid for an hour', async () => {
    for (const [project, minutes] of [
      ['strict', 60],
      ['plain', 7 * 24 * 60],
    ]) {
      const { client, user } = await signedInUser(project);
      const response = await client.post('/account/verifications/email', { url: REDIRECT_URL });
      assertToken(response, { userId: user.userId, minutes });
    }
  });

  test('a strict project allows redirect URLs with https, loopback hosts, and its own URL scheme only', async () => {
    for (const [url, strictStatus] of [
      ['https://app.example.com/x', 201],
      ['http://localhost:3000/x', 201],
      ['http://127.0.0.1:3000/x', 201],
      ['http://[::1]:3000/x', 201],
      ['http://app.example.com/x', 400],
      ['exp://x', 400],
      ['appwrite-callback-strict://x', 201],
    ]) {
      const request = (project, redirectUrl) =>
        guest(project).post('/account/tokens/magic-url', { ...randomUser(), url: redirectUrl });
      assertStatus(await request('strict', url), strictStatus);
      assertStatus(await request('plain', url.replace('strict', 'plain')), 201);
    }
  });

  test('a strict project ends other sessions when the password changes, even if invalidate-sessions is false', async () => {
    const { client, user } = await signedInUser('strict');
    const other = await guest('strict').signIn(user);
    const change = { password: 'battery staple', oldPassword: user.password };
    assertStatus(await client.patch('/account/password', change), 200);
    assertRefused(await other.client.get('/account'), REFUSALS.guest);
    assertStatus(await client.get('/account'), 200);
  });

  test('a strict project reports that an e-mail address is taken, and returns the user ID of a code', async () => {
    const { userId, email } = await guest('strict').signUp();
    assertRefused(await guest('strict').post('/account', { ...randomUser(), email }), REFUSALS.userExists);
    const response = await guest('strict').post('/account/tokens/email', { ...randomUser(), email });
    assertToken(response, { userId, minutes: 15 });
  });
});
