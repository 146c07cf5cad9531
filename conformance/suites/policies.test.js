import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Caller } from '../harness/caller.js';
import { APP, KEYS, projectsWith } from '../harness/configuration.js';
import { assertRefused, assertStatus, assertToken, REFUSALS } from '../harness/expectations.js';
import { lentToSuite } from '../harness/installation.js';
import { lettersTo, letterTo, linked } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { PostOffice } from '../harness/post-office.js';

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

const house = lentToSuite(async (installation) => {
  const office = await PostOffice.open();
  const { url } = await installation.start(office.properties);
  return { url, office };
}, projectsWith(PROJECTS));

const letter = (to, count) => letterTo(to, count, house.office.url);
const guest = (project, headers) => new Caller({ 'x-appwrite-project': project, ...headers }, house.url);
const server = (project) => guest(project, { 'x-appwrite-key': KEYS.demo });

async function member(project, person = stranger()) {
  await guest(project).signUp(person);
  return { person, ...(await guest(project).signIn(person)) };
}

describe('a strong password', () => {
  const WEAK = ['Sh0rt!', 'Aa1!Aa1!9', 'nouppercase1!', 'NOLOWERCASE1!', 'NoNumberAtAll!', 'NoSymbol12345'];
  const STRONG = 'Correct-h0rse';

  test('is asked for at sign-up', async () => {
    for (const password of WEAK) {
      assertRefused(await guest('strong').post('/account', { ...stranger(), password }), REFUSALS.argument, password);
    }
    await guest('strong').signUp({ ...stranger(), password: STRONG });
  });

  test('is asked for when it is changed and when it is recovered', async () => {
    const { caller, person } = await member('strong', { ...stranger(), password: STRONG });
    const { userId, secret } = (await server('strong').post('/account/recovery', { ...person, url: APP })).json;
    for (const password of WEAK) {
      const change = { password, oldPassword: STRONG };
      assertRefused(await caller.patch('/account/password', change), REFUSALS.argument, password);
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
      assertRefused(await guest('original').post('/account', { ...stranger(), password }), REFUSALS.argument);
    }
    await guest('original').signUp({ ...stranger(), password: 'pAsSwOrD' });
    await guest('plain').signUp({ ...stranger(), password: 'password' });
  });
});

describe('a password about oneself', () => {
  test('is refused, whatever it is that it says, in any case', async () => {
    const person = { ...stranger(), name: 'Ada Lovelace' };
    for (const part of [person.userId, person.email, 'ada lovelace', person.email.split('@')[0].toUpperCase()]) {
      const password = `x${part}x`;
      assertRefused(await guest('impersonal').post('/account', { ...person, password }), REFUSALS.personalPassword);
    }
    await guest('impersonal').signUp({ ...person, password: 'countess of computing' });
  });

  test('is refused when it is changed, a number included', async () => {
    const { caller, person } = await member('impersonal', { ...stranger(), password: 'countess of computing' });
    const phone = freshPhone();
    assertStatus(await caller.patch('/account/phone', { phone, password: person.password }), 200);
    for (const password of [`x${phone}`, `x${phone.slice(1)}`]) {
      const change = { password, oldPassword: person.password };
      assertRefused(await caller.patch('/account/password', change), REFUSALS.personalPassword);
    }
  });

  test('is not refused when it is recovered', async () => {
    const { person } = await member('impersonal', { ...stranger(), password: 'countess of computing' });
    const { userId, secret } = (await server('impersonal').post('/account/recovery', { ...person, url: APP })).json;
    const recovery = { userId, secret, password: `x${userId}` };
    assertStatus(await guest('impersonal').put('/account/recovery', recovery), 200);
  });
});

describe('a password history of three', () => {
  const [first, second, third, fourth] = ['the first one', 'the second one', 'the third one', 'the fourth one'];

  test('refuses the three that were last, and no other', async () => {
    const { caller } = await member('mindful', { ...stranger(), password: first });
    const change = (oldPassword, password) => caller.patch('/account/password', { oldPassword, password });
    assertStatus(await change(first, second), 200);
    assertStatus(await change(second, third), 200);
    for (const earlier of [first, second, third]) {
      assertRefused(await change(third, earlier), REFUSALS.recentPassword, earlier);
    }
    assertStatus(await change(third, fourth), 200);
    assertStatus(await change(fourth, first), 200);
  });

  test('holds for recovery, whose link is kept', async () => {
    const { person } = await member('mindful', { ...stranger(), password: first });
    const { userId, secret } = (await server('mindful').post('/account/recovery', { ...person, url: APP })).json;
    const confirm = (password) => guest('mindful').put('/account/recovery', { userId, secret, password });
    assertRefused(await confirm(first), REFUSALS.recentPassword);
    assertStatus(await confirm(second), 200);
  });
});

describe('a project that takes three users in', () => {
  test('takes no fourth one, whichever way they come', async () => {
    await guest('small').signUp();
    assertStatus(await guest('small').post('/account/sessions/anonymous'), 201);
    const known = stranger();
    assertStatus(await guest('small').post('/account/tokens/email', known), 201);
    for (const [path, body] of [
      ['/account', stranger()],
      ['/account/sessions/anonymous', {}],
      ['/account/tokens/email', stranger()],
      ['/account/tokens/magic-url', stranger()],
      ['/account/tokens/phone', { ...stranger(), phone: freshPhone() }],
    ]) {
      assertRefused(await guest('small').post(path, body), REFUSALS.full, path);
      assertRefused(await server('small').post(path, body), REFUSALS.full, path);
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
      const person = await guest(project).signUp();
      const opened = [];
      for (let time = 0; time < limit + 2; time++) opened.push(await guest(project).signIn(person));
      const { sessions } = assertStatus(await opened.at(-1).caller.get('/account/sessions'), 200).json;
      assert.deepEqual(
        sessions.map(({ $id }) => $id),
        opened.slice(-limit).map(({ session }) => session.$id),
      );
    });
  }

  test('of none ends none', async () => {
    const person = await guest('unlimited').signUp();
    for (let time = 0; time < 11; time++) await guest('unlimited').signIn(person);
    const { caller } = await guest('unlimited').signIn(person);
    assert.equal((await caller.get('/account/sessions')).json.total, 12);
  });
});

describe('a new password where sessions last', () => {
  test('ends none of them', async () => {
    const { caller, person } = await member('lasting');
    const other = await guest('lasting').signIn(person);
    const change = { password: 'battery staple', oldPassword: person.password };
    assertStatus(await caller.patch('/account/password', change), 200);
    assertStatus(await other.caller.get('/account'), 200);
    const { userId, secret } = (await server('lasting').post('/account/recovery', { ...person, url: APP })).json;
    const recovery = { userId, secret, password: 'another one' };
    assertStatus(await guest('lasting').put('/account/recovery', recovery), 200);
    assertStatus(await other.caller.get('/account'), 200);
  });
});

describe('a session alert', () => {
  test('tells of a second session: from where, when, and by what', async () => {
    const { person } = await member('alert');
    const caller = guest('alert', { 'x-forwarded-for': '203.0.113.7' });
    await caller.signIn(person);
    const { text, subject } = await letter(person.email);
    assert.match(subject, /alert/);
    assert.match(text, /203\.0\.113\.7/);
    assert.match(text, /Chrome/);
    assert.match(text, /unknown/i, 'the country');
    assert.match(text, /UTC/);
  });

  test('does not tell of the first one, nor of those opened by mail', async () => {
    const person = await guest('alert').signUp();
    const { secret } = (await server('alert').post('/account/tokens/email', person)).json;
    await letter(person.email);
    await guest('alert').signIn(person);
    for (const [path, count] of [
      ['/account/tokens/magic-url', 2],
      ['/account/tokens/email', 3],
    ]) {
      const token = (await server('alert').post(path, { ...person, url: APP })).json;
      await letter(person.email, count);
      assertStatus(await guest('alert').post('/account/sessions/token', token), 201);
    }
    assertStatus(await guest('alert').post('/account/sessions/token', { ...person, secret }), 201);
    await guest('alert').signIn(person);
    assert.match((await letter(person.email, 4)).subject, /alert/);
    assert.equal((await lettersTo(person.email, house.office.url)).length, 4);
  });

  test('is in the language of whoever signs in, and is not sent unless the project wants it', async () => {
    const { person } = await member('alert');
    await guest('alert', { 'x-appwrite-locale': 'de' }).signIn(person);
    assert.match((await letter(person.email)).html, /lang="de"/);
    const { person: unbothered } = await member('plain');
    await guest('plain').signIn(unbothered);
    await guest('plain').post('/account/tokens/email', unbothered);
    await letter(unbothered.email);
    assert.equal((await lettersTo(unbothered.email, house.office.url)).length, 1);
  });
});

describe('an address that a project does not want', () => {
  const name = () => `a${stranger().userId}`;
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
    const { caller, person } = await member(project, { ...stranger(), email: wanted() });
    const { password } = person;
    const email = unwanted();
    for (const [method, path, from] of [
      ['POST', '/account', guest(project)],
      ['POST', '/account/tokens/email', guest(project)],
      ['POST', '/account/tokens/magic-url', guest(project)],
      ['PATCH', '/account/email', caller],
    ]) {
      const answer = await from.sendJson(method, path, { ...stranger(), email, password });
      assertRefused(answer, { code: 400, type }, path);
    }
    assertStatus(await caller.patch('/account/email', { email: wanted(), password }), 200);
  }
});

describe('what is valid for a second', () => {
  for (const path of ['/account/tokens/email', '/account/tokens/magic-url']) {
    test(`opens nothing after two, asked for at ${path}`, async () => {
      const { userId, secret, expire } = (await server('fleeting').post(path, stranger())).json;
      await pause(Date.parse(expire) - Date.now() + 50);
      assertRefused(await guest('fleeting').post('/account/sessions/token', { userId, secret }), REFUSALS.token);
    });
  }

  test('recovers nothing after two', async () => {
    const person = await guest('fleeting').signUp();
    const token = (await server('fleeting').post('/account/recovery', { ...person, url: APP })).json;
    await pause(Date.parse(token.expire) - Date.now() + 50);
    const { userId, secret } = token;
    const recovery = { userId, secret, password: 'battery staple' };
    assertRefused(await guest('fleeting').put('/account/recovery', recovery), REFUSALS.token);
  });
});

describe('a way to sign in that is switched off', () => {
  const WAYS = [
    ['/account', stranger()],
    ['/account/sessions/email', stranger()],
    ['/account/sessions', stranger()],
    ['/account/sessions/anonymous'],
    ['/account/tokens/magic-url', stranger()],
    ['/account/sessions/magic-url', stranger()],
    ['/account/tokens/email', stranger()],
    ['/account/tokens/phone', { ...stranger(), phone: freshPhone() }],
    ['/account/sessions/phone', { ...stranger(), phone: freshPhone() }],
  ];

  for (const [path, body] of WAYS) {
    test(`is not supported at ${path}, before anything is looked at; but it is elsewhere`, async () => {
      assertRefused(await guest('closed').post(path, body), REFUSALS.switchedOff);
      assertRefused(await guest('closed').post(path, {}), REFUSALS.switchedOff);
      assert.notEqual((await guest('plain').post(path, body)).status, 501);
    });
  }

  test('is open to servers', async () => {
    const person = stranger();
    assertStatus(await server('closed').post('/account', person), 201);
    await server('closed').signIn(person);
    assertStatus(await server('closed').post('/account/tokens/email', person), 201);
  });

  test('is so for JWTs and numbers of those who are signed in; what was sent before still works', async () => {
    const person = await server('closed').signUp();
    const { secret } = (await server('closed').post('/account/tokens/email', person)).json;
    const caller = guest('closed');
    const signedIn = caller.keeping(await caller.post('/account/sessions/token', { ...person, secret })).caller;
    for (const path of ['/account/jwts', '/account/jwt']) {
      assertRefused(await signedIn.post(path), REFUSALS.switchedOff);
    }
    assertStatus(await signedIn.patch('/account/phone', { ...person, phone: freshPhone() }), 200);
    for (const path of ['/account/verifications/phone', '/account/verification/phone']) {
      assertRefused(await signedIn.post(path), REFUSALS.switchedOff);
    }
    assertStatus(await guest('closed').post('/account/recovery', { ...person, url: APP }), 201);
  });
});

describe('a strict project', () => {
  const BACK = 'https://app.example.com/back';
  const blocked = async (project) => {
    const { caller, person } = await member(project);
    assertStatus(await caller.patch('/account/status'), 200);
    return person;
  };
  const silence = async (project, email) => {
    const other = stranger();
    await guest(project).post('/account/tokens/email', other);
    await letter(other.email);
    assert.deepEqual(await lettersTo(email, house.office.url), []);
  };

  test('answers everybody who forgot a password alike, and writes to its users only', async () => {
    const known = await guest('strict').signUp();
    const nobody = stranger();
    const shut = await blocked('strict');
    for (const { email } of [nobody, shut, known]) {
      const answer = await guest('strict').post('/account/recovery', { email, url: BACK });
      assertToken(answer, { userId: '', minutes: 60 });
    }
    const { userId, secret } = linked(await letter(known.email));
    await silence('strict', nobody.email);
    await silence('strict', shut.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('strict').put('/account/recovery', recovery), 200);
  });

  test('tells its servers who is a user, and so does any other project everybody', async () => {
    for (const caller of [server('strict'), guest('plain'), server('plain')]) {
      const ask = ({ email }) => caller.post('/account/recovery', { email, url: BACK });
      assertRefused(await ask(stranger()), REFUSALS.user);
    }
    const shut = { strict: await blocked('strict'), plain: await blocked('plain') };
    const ask = (caller, { email }) => caller.post('/account/recovery', { email, url: BACK });
    assertRefused(await ask(server('strict'), shut.strict), REFUSALS.blocked);
    assertRefused(await ask(guest('plain'), shut.plain), REFUSALS.blocked);
  });

  test('answers an unknown ID like a wrong secret', async () => {
    const expected = { strict: REFUSALS.token, plain: REFUSALS.user };
    for (const [project, refusal] of Object.entries(expected)) {
      const body = { userId: stranger().userId, secret: 'a'.repeat(256), password: 'battery staple' };
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
      await letter(other.email);
    }
  });

  test('does not text those it has blocked either', async () => {
    for (const [project, texted] of [
      ['strict', 0],
      ['plain', 1],
    ]) {
      const { caller, person } = await member(project);
      const { userId, password } = person;
      const phone = freshPhone();
      assertStatus(await caller.patch('/account/phone', { phone, password }), 200);
      assertStatus(await caller.patch('/account/status'), 200);
      assertToken(await guest(project).post('/account/tokens/phone', { userId, phone }), { userId, minutes: 15 });
      // Messages overtake each other, so one that has to come is waited for, and one that must not is given time.
      const later = freshPhone();
      await guest(project).post('/account/tokens/phone', { ...stranger(), phone: later });
      await letter(texted ? phone : later);
      assert.equal((await lettersTo(phone, house.office.url)).length, texted, project);
    }
  });

  test('lets addresses be verified within an hour', async () => {
    for (const [project, minutes] of [
      ['strict', 60],
      ['plain', 7 * 24 * 60],
    ]) {
      const { caller, person } = await member(project);
      const answer = await caller.post('/account/verifications/email', { url: BACK });
      assertToken(answer, { userId: person.userId, minutes });
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
      const ask = (project, where) => guest(project).post('/account/tokens/magic-url', { ...stranger(), url: where });
      assertStatus(await ask('strict', url), strictly);
      assertStatus(await ask('plain', url.replace('strict', 'plain')), 201);
    }
  });

  test('ends sessions with the password, whatever else was configured', async () => {
    const { caller, person } = await member('strict');
    const other = await guest('strict').signIn(person);
    const change = { password: 'battery staple', oldPassword: person.password };
    assertStatus(await caller.patch('/account/password', change), 200);
    assertRefused(await other.caller.get('/account'), REFUSALS.guest);
    assertStatus(await caller.get('/account'), 200);
  });

  test('says, as others do, that an address is taken, and whose ID a code is for', async () => {
    const { userId, email } = await guest('strict').signUp();
    assertRefused(await guest('strict').post('/account', { ...stranger(), email }), REFUSALS.taken);
    const answer = await guest('strict').post('/account/tokens/email', { ...stranger(), email });
    assertToken(answer, { userId, minutes: 15 });
  });
});
