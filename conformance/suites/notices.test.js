import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { earlyInAStep } from '../harness/authenticator-app.js';
import { Caller, CHROME } from '../harness/caller.js';
import { APP, KEYS, projectsWith } from '../harness/configuration.js';
import { assertStatus } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  begun,
  challenged,
  CHALLENGES,
  enrolled,
  passed,
  RECOVERY_CODES,
  recoveryCodesOf,
  switched,
} from '../harness/factors.js';
import { lentToSuite } from '../harness/installation.js';
import { lettersTo, letterTo } from '../harness/mailbox.js';
import { freshPhone, stranger } from '../harness/people.js';
import { PostOffice } from '../harness/post-office.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';
const NEWER_CHROME = CHROME.replace('126.0', '127.0');

const PROJECTS = {
  watchful: { 'security-notices': true, 'session-alerts': true },
  strict: { strict: true },
  plain: {},
};

const house = lentToSuite(async (installation) => {
  const office = await PostOffice.open();
  const { url } = await installation.start(office.properties);
  return { url, office };
}, projectsWith(PROJECTS));

const guest = (project, headers) => new Caller({ 'x-appwrite-project': project, ...headers }, house.url);
const letter = (to, count) => letterTo(to, count, house.office.url);

async function member(project) {
  const person = await guest(project).signUp();
  return { person, ...(await guest(project).signIn(person)) };
}

/** Messages overtake each other, but not by as much as it takes to sign somebody up and to write to them. */
async function assertWritten(to, count) {
  for (let time = 0; time < 2; time++) {
    const { email, userId } = stranger();
    assertStatus(await guest('plain').post('/account/tokens/email', { userId, email }), 201);
    await letter(email);
  }
  const letters = await lettersTo(to, house.office.url);
  assert.deepEqual(
    letters.map(({ subject }) => subject).slice(count),
    [],
    `of ${letters.length} letters ${count} were to come`,
  );
}

/** What is told of, by what is said of it: each is brought about by somebody who has just signed in. */
const NOTICES = {
  'a new password': {
    subject: /password/,
    bringAbout: ({ caller, person }) =>
      caller.patch('/account/password', { password: 'battery staple', oldPassword: person.password }),
  },
  'a new address, at the old one': {
    subject: /email address/,
    bringAbout: ({ caller, person }) =>
      caller.patch('/account/email', { email: stranger().email, password: person.password }),
  },
  'a new number': {
    subject: /phone number/,
    bringAbout: ({ caller, person }) =>
      caller.patch('/account/phone', { phone: freshPhone(), password: person.password }),
  },
  'a second factor that is asked for from now on': {
    subject: /two-step verification.* on /,
    bringAbout: ({ caller }) => caller.patch('/account/mfa', { mfa: true }),
  },
  'a second factor that is no longer asked for': {
    subject: /two-step verification.* off /,
    before: 1,
    arrange: ({ caller }) => switched(caller, true),
    bringAbout: ({ caller }) => caller.patch('/account/mfa', { mfa: false }),
  },
  'an authenticator app': {
    subject: /authenticator app.* added/,
    arrange: async ({ caller }) => (await begun(caller)).code(),
    bringAbout: ({ caller }, otp) => caller.put(AUTHENTICATOR, { otp }),
  },
  'an authenticator app that is gone': {
    subject: /authenticator app.* removed/,
    before: 1,
    arrange: async ({ caller }) => {
      await earlyInAStep();
      const app = await begun(caller);
      assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
      return app.code();
    },
    bringAbout: ({ caller }, otp) => caller.sendJson('DELETE', AUTHENTICATOR, { otp }),
  },
  'recovery codes': {
    subject: /recovery codes/,
    bringAbout: ({ caller }) => caller.post(RECOVERY_CODES),
  },
  'renewed recovery codes': {
    subject: /recovery codes/,
    before: 1,
    arrange: async ({ caller }) => passed(caller, 'recoveryCode', (await recoveryCodesOf(caller))[0]),
    bringAbout: ({ caller }) => caller.patch(RECOVERY_CODES),
  },
};

for (const [what, { subject, before = 0, arrange = async () => {}, bringAbout }] of Object.entries(NOTICES)) {
  describe(`of ${what}`, () => {
    test('a watchful project tells once, where from and by what it came, in the language that is spoken there', async () => {
      const { caller, person } = await member('watchful');
      const arranged = await arrange({ caller, person });
      if (before > 0) await letter(person.email, before);
      const german = caller.with({
        'x-appwrite-locale': 'de',
        'x-forwarded-for': '203.0.113.7',
        'user-agent': IPHONE,
      });
      assertDone(await bringAbout({ caller: german, person }, arranged));
      const notice = await letter(person.email, before + 1);
      assert.match(notice.html, /lang="de"/);
      assert.match(notice.text, /203\.0\.113\.7/);
      assert.match(notice.text, /Mobile Safari/);
      assert.doesNotMatch(`${notice.subject}${notice.html}${notice.text}`, /\{\{|\}\}/);
      assert.equal(notice.code, undefined);
      await assertWritten(person.email, before + 1);
    });

    test('a strict project tells as well, and says what it is', async () => {
      const { caller, person } = await member('strict');
      const arranged = await arrange({ caller, person });
      if (before > 0) await letter(person.email, before);
      assertDone(await bringAbout({ caller, person }, arranged));
      const notice = await letter(person.email, before + 1);
      assert.match(notice.subject, subject);
      assert.match(notice.text, /Chrome/);
    });

    test('any other project tells nothing', async () => {
      const { caller, person } = await member('plain');
      assertDone(await bringAbout({ caller, person }, await arrange({ caller, person })));
      await assertWritten(person.email, 0);
    });
  });
}

describe('a watchful project', () => {
  test('tells of a recovered password', async () => {
    const person = await guest('watchful').signUp();
    const asServer = guest('watchful', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = assertStatus(
      await asServer.post('/account/recovery', { ...person, url: APP }),
      201,
    ).json;
    await letter(person.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('watchful').put('/account/recovery', recovery), 200);
    assert.match((await letter(person.email, 2)).subject, /password/);
    await assertWritten(person.email, 2);
  });

  test('tells nothing to the new address, nor of what did not happen or changed nothing', async () => {
    const { caller, person } = await member('watchful');
    const { email } = stranger();
    const { password } = person;
    assertStatus(await caller.patch('/account/email', { email, password: 'not the password' }), 401);
    assertStatus(await caller.patch('/account/password', { password: 'battery staple', oldPassword: 'wrong' }), 401);
    assertStatus(await caller.put(AUTHENTICATOR, { otp: '123456' }), 404);
    await begun(caller);
    await switched(caller, false);
    assertStatus(await caller.patch('/account/name', { name: 'Ada' }), 200);
    const [code] = await codesWithNotice({ caller, person });
    const challengeId = await challenged(caller, 'recoveryCode');
    assertStatus(await caller.put(CHALLENGES, { challengeId, otp: code }), 200);
    await assertWritten(person.email, 1);
    assertStatus(await caller.patch('/account/email', { email, password }), 200);
    await letter(person.email, 2);
    await assertWritten(person.email, 2);
    await assertWritten(email, 0);
  });

  test('tells nobody who has no address', async () => {
    const nobody = guest('watchful');
    const { caller } = nobody.keeping(await nobody.post('/account/sessions/anonymous'));
    await enrolled(caller);
    await recoveryCodesOf(caller);
    await switched(caller, true);
    const { email, password } = stranger();
    assertStatus(await caller.patch('/account/email', { email, password }), 200);
    await assertWritten(email, 0);
  });

  async function codesWithNotice({ caller, person }) {
    const codes = await recoveryCodesOf(caller);
    await letter(person.email);
    return codes;
  }
});

describe('of a sign-in', () => {
  test('from a new kind of device a watchful project tells once, and never of the first one', async () => {
    const { person } = await member('watchful');
    await assertWritten(person.email, 0);
    const from = (agent, headers) => guest('watchful', { 'user-agent': agent, ...headers }).signIn(person);

    await from(IPHONE, { 'x-forwarded-for': '203.0.113.7' });
    const notice = await letter(person.email);
    assert.match(notice.subject, /new device/);
    assert.match(notice.text, /203\.0\.113\.7/);
    assert.match(notice.text, /Mobile Safari/);
    await assertWritten(person.email, 1);

    for (const agent of [IPHONE, CHROME, NEWER_CHROME]) await from(agent);
    for (const count of [2, 3, 4]) {
      assert.doesNotMatch((await letter(person.email, count)).subject, /new device/, 'sessions are told of as ever');
    }
    await assertWritten(person.email, 4);
  });

  test('by a code a watchful project tells if it came from a new kind of device', async () => {
    const { person } = await member('watchful');
    const asServer = guest('watchful', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = (await asServer.post('/account/tokens/email', person)).json;
    await letter(person.email);
    const phone = guest('watchful', { 'user-agent': IPHONE, 'x-appwrite-locale': 'de' });
    assertStatus(await phone.post('/account/sessions/token', { userId, secret }), 201);
    const notice = await letter(person.email, 2);
    assert.match(notice.html, /lang="de"/);
    assert.match(notice.text, /Mobile Safari/);
    await assertWritten(person.email, 2);
  });

  test('a strict project tells of new devices and of nothing else', async () => {
    const { person } = await member('strict');
    for (const agent of [CHROME, IPHONE, IPHONE, CHROME]) await guest('strict', { 'user-agent': agent }).signIn(person);
    assert.match((await letter(person.email)).subject, /new device/);
    await assertWritten(person.email, 1);
  });

  test('any other project tells nothing', async () => {
    const { person } = await member('plain');
    await guest('plain', { 'user-agent': IPHONE }).signIn(person);
    await assertWritten(person.email, 0);
  });
});

function assertDone(answer) {
  assert.ok(answer.status < 300, answer.text);
}
