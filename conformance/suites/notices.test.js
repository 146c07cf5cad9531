import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { ApiClient, CHROME } from '../harness/api-client.js';
import { APP_URL, KEYS, projectProperties } from '../harness/configuration.js';
import { assertStatus } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  startEnrolment,
  createChallenge,
  CHALLENGES,
  enrolAuthenticator,
  passChallenge,
  RECOVERY_CODES,
  createRecoveryCodes,
  setMfa,
} from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { messagesTo, awaitMessage } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';
import { MessageReceiver } from '../harness/message-receiver.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';
const NEWER_CHROME = CHROME.replace('126.0', '127.0');

const PROJECTS = {
  watchful: { 'security-notices': true, 'session-alerts': true },
  strict: { strict: true },
  plain: {},
};

const fixture = suiteFixture(async (installation) => {
  const receiver = await MessageReceiver.open();
  const { url } = await installation.start(receiver.properties);
  return { url, receiver };
}, projectProperties(PROJECTS));

const guest = (project, headers) => new ApiClient({ 'x-appwrite-project': project, ...headers }, fixture.url);
const receivedMessage = (to, count) => awaitMessage(to, count, fixture.receiver.url);

async function signedInUser(project) {
  const user = await guest(project).signUp();
  return { user, ...(await guest(project).signIn(user)) };
}

/** Messages overtake each other, but not by as much as it takes to sign somebody up and to write to them. */
async function assertWritten(to, count) {
  for (let time = 0; time < 2; time++) {
    const { email, userId } = randomUser();
    assertStatus(await guest('plain').post('/account/tokens/email', { userId, email }), 201);
    await receivedMessage(email);
  }
  const messages = await messagesTo(to, fixture.receiver.url);
  assert.deepEqual(
    messages.map(({ subject }) => subject).slice(count),
    [],
    `of ${messages.length} letters ${count} were to come`,
  );
}

/** What is told of, by what is said of it: each is brought about by somebody who has just signed in. */
const NOTICES = {
  'a new password': {
    subject: /password/,
    bringAbout: ({ client, user }) =>
      client.patch('/account/password', { password: 'battery staple', oldPassword: user.password }),
  },
  'a new address, at the old one': {
    subject: /email address/,
    bringAbout: ({ client, user }) =>
      client.patch('/account/email', { email: randomUser().email, password: user.password }),
  },
  'a new number': {
    subject: /phone number/,
    bringAbout: ({ client, user }) => client.patch('/account/phone', { phone: randomPhone(), password: user.password }),
  },
  'a second factor that is asked for from now on': {
    subject: /two-step verification.* on /,
    bringAbout: ({ client }) => client.patch('/account/mfa', { mfa: true }),
  },
  'a second factor that is no longer asked for': {
    subject: /two-step verification.* off /,
    before: 1,
    arrange: ({ client }) => setMfa(client, true),
    bringAbout: ({ client }) => client.patch('/account/mfa', { mfa: false }),
  },
  'an authenticator app': {
    subject: /authenticator app.* added/,
    arrange: async ({ client }) => (await startEnrolment(client)).code(),
    bringAbout: ({ client }, otp) => client.put(AUTHENTICATOR, { otp }),
  },
  'an authenticator app that is gone': {
    subject: /authenticator app.* removed/,
    before: 1,
    arrange: async ({ client }) => {
      await awaitEarlyInTimeStep();
      const app = await startEnrolment(client);
      assertStatus(await client.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
      return app.code();
    },
    bringAbout: ({ client }, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp }),
  },
  'recovery codes': {
    subject: /recovery codes/,
    bringAbout: ({ client }) => client.post(RECOVERY_CODES),
  },
  'renewed recovery codes': {
    subject: /recovery codes/,
    before: 1,
    arrange: async ({ client }) => passChallenge(client, 'recoveryCode', (await createRecoveryCodes(client))[0]),
    bringAbout: ({ client }) => client.patch(RECOVERY_CODES),
  },
};

for (const [what, { subject, before = 0, arrange = async () => {}, bringAbout }] of Object.entries(NOTICES)) {
  describe(`of ${what}`, () => {
    test('a watchful project tells once, where from and by what it came, in the language that is spoken there', async () => {
      const { client, user } = await signedInUser('watchful');
      const arranged = await arrange({ client, user });
      if (before > 0) await receivedMessage(user.email, before);
      const german = client.with({
        'x-appwrite-locale': 'de',
        'x-forwarded-for': '203.0.113.7',
        'user-agent': IPHONE,
      });
      assertDone(await bringAbout({ client: german, user }, arranged));
      const notice = await receivedMessage(user.email, before + 1);
      assert.match(notice.html, /lang="de"/);
      assert.match(notice.text, /203\.0\.113\.7/);
      assert.match(notice.text, /Mobile Safari/);
      assert.doesNotMatch(`${notice.subject}${notice.html}${notice.text}`, /\{\{|\}\}/);
      assert.equal(notice.code, undefined);
      await assertWritten(user.email, before + 1);
    });

    test('a strict project tells as well, and says what it is', async () => {
      const { client, user } = await signedInUser('strict');
      const arranged = await arrange({ client, user });
      if (before > 0) await receivedMessage(user.email, before);
      assertDone(await bringAbout({ client, user }, arranged));
      const notice = await receivedMessage(user.email, before + 1);
      assert.match(notice.subject, subject);
      assert.match(notice.text, /Chrome/);
    });

    test('any other project tells nothing', async () => {
      const { client, user } = await signedInUser('plain');
      assertDone(await bringAbout({ client, user }, await arrange({ client, user })));
      await assertWritten(user.email, 0);
    });
  });
}

describe('a watchful project', () => {
  test('tells of a recovered password', async () => {
    const user = await guest('watchful').signUp();
    const asServer = guest('watchful', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = assertStatus(
      await asServer.post('/account/recovery', { ...user, url: APP_URL }),
      201,
    ).json;
    await receivedMessage(user.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('watchful').put('/account/recovery', recovery), 200);
    assert.match((await receivedMessage(user.email, 2)).subject, /password/);
    await assertWritten(user.email, 2);
  });

  test('tells nothing to the new address, nor of what did not happen or changed nothing', async () => {
    const { client, user } = await signedInUser('watchful');
    const { email } = randomUser();
    const { password } = user;
    assertStatus(await client.patch('/account/email', { email, password: 'not the password' }), 401);
    assertStatus(await client.patch('/account/password', { password: 'battery staple', oldPassword: 'wrong' }), 401);
    assertStatus(await client.put(AUTHENTICATOR, { otp: '123456' }), 404);
    await startEnrolment(client);
    await setMfa(client, false);
    assertStatus(await client.patch('/account/name', { name: 'Ada' }), 200);
    const [code] = await codesWithNotice({ client, user });
    const challengeId = await createChallenge(client, 'recoveryCode');
    assertStatus(await client.put(CHALLENGES, { challengeId, otp: code }), 200);
    await assertWritten(user.email, 1);
    assertStatus(await client.patch('/account/email', { email, password }), 200);
    await receivedMessage(user.email, 2);
    await assertWritten(user.email, 2);
    await assertWritten(email, 0);
  });

  test('tells nobody who has no address', async () => {
    const anonymousGuest = guest('watchful');
    const { client } = anonymousGuest.withSessionFrom(await anonymousGuest.post('/account/sessions/anonymous'));
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    await setMfa(client, true);
    const { email, password } = randomUser();
    assertStatus(await client.patch('/account/email', { email, password }), 200);
    await assertWritten(email, 0);
  });

  async function codesWithNotice({ client, user }) {
    const codes = await createRecoveryCodes(client);
    await receivedMessage(user.email);
    return codes;
  }
});

describe('of a sign-in', () => {
  test('from a new kind of device a watchful project tells once, and never of the first one', async () => {
    const { user } = await signedInUser('watchful');
    await assertWritten(user.email, 0);
    const from = (agent, headers) => guest('watchful', { 'user-agent': agent, ...headers }).signIn(user);

    await from(IPHONE, { 'x-forwarded-for': '203.0.113.7' });
    const notice = await receivedMessage(user.email);
    assert.match(notice.subject, /new device/);
    assert.match(notice.text, /203\.0\.113\.7/);
    assert.match(notice.text, /Mobile Safari/);
    await assertWritten(user.email, 1);

    for (const agent of [IPHONE, CHROME, NEWER_CHROME]) await from(agent);
    for (const count of [2, 3, 4]) {
      assert.doesNotMatch(
        (await receivedMessage(user.email, count)).subject,
        /new device/,
        'sessions are told of as ever',
      );
    }
    await assertWritten(user.email, 4);
  });

  test('by a code a watchful project tells if it came from a new kind of device', async () => {
    const { user } = await signedInUser('watchful');
    const asServer = guest('watchful', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = (await asServer.post('/account/tokens/email', user)).json;
    await receivedMessage(user.email);
    const phone = guest('watchful', { 'user-agent': IPHONE, 'x-appwrite-locale': 'de' });
    assertStatus(await phone.post('/account/sessions/token', { userId, secret }), 201);
    const notice = await receivedMessage(user.email, 2);
    assert.match(notice.html, /lang="de"/);
    assert.match(notice.text, /Mobile Safari/);
    await assertWritten(user.email, 2);
  });

  test('a strict project tells of new devices and of nothing else', async () => {
    const { user } = await signedInUser('strict');
    for (const agent of [CHROME, IPHONE, IPHONE, CHROME]) await guest('strict', { 'user-agent': agent }).signIn(user);
    assert.match((await receivedMessage(user.email)).subject, /new device/);
    await assertWritten(user.email, 1);
  });

  test('any other project tells nothing', async () => {
    const { user } = await signedInUser('plain');
    await guest('plain', { 'user-agent': IPHONE }).signIn(user);
    await assertWritten(user.email, 0);
  });
});

function assertDone(response) {
  assert.ok(response.status < 300, response.text);
}
