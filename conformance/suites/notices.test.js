import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient, CHROME } from '../harness/api-client.js';
import { awaitEarlyInTimeStep } from '../harness/authenticator-app.js';
import { APP_URL, KEYS, projectProperties } from '../harness/configuration.js';
import { assertStatus } from '../harness/expectations.js';
import {
  AUTHENTICATOR,
  CHALLENGES,
  createChallenge,
  createRecoveryCodes,
  enrolAuthenticator,
  passChallenge,
  RECOVERY_CODES,
  setMfa,
  startEnrolment,
} from '../harness/factors.js';
import { suiteFixture } from '../harness/installation.js';
import { MessageReceiver } from '../harness/message-receiver.js';
import { awaitMessage, messagesTo } from '../harness/messages.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Version/17.4 Mobile/15E148 Safari/604.1';
const NEWER_CHROME = CHROME.replace('126.0', '127.0');

const PROJECTS = {
  notices: { 'security-notices': true, 'session-alerts': true },
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

/**
 * Asserts that at most so many messages were sent to an address. Messages may overtake each other, but not by the time
 * that two sign-ups with a mail take.
 */
async function assertMessageCount(to, count) {
  for (let time = 0; time < 2; time++) {
    const { email, userId } = randomUser();
    assertStatus(await guest('plain').post('/account/tokens/email', { userId, email }), 201);
    await receivedMessage(email);
  }
  const messages = await messagesTo(to, fixture.receiver.url);
  assert.deepEqual(
    messages.map(({ subject }) => subject).slice(count),
    [],
    `expected ${count} messages, received ${messages.length}`,
  );
}

/** The security notices: the subject of each, and a request by a signed-in user that triggers it. */
const NOTICES = {
  'changing the password': {
    subject: /password/,
    trigger: ({ client, user }) =>
      client.patch('/account/password', { password: 'battery staple', oldPassword: user.password }),
  },
  'changing the e-mail address, to the former address': {
    subject: /email address/,
    trigger: ({ client, user }) =>
      client.patch('/account/email', { email: randomUser().email, password: user.password }),
  },
  'changing the phone number': {
    subject: /phone number/,
    trigger: ({ client, user }) => client.patch('/account/phone', { phone: randomPhone(), password: user.password }),
  },
  'enabling MFA': {
    subject: /two-step verification.* on /,
    trigger: ({ client }) => client.patch('/account/mfa', { mfa: true }),
  },
  'disabling MFA': {
    subject: /two-step verification.* off /,
    earlierMessages: 1,
    prepare: ({ client }) => setMfa(client, true),
    trigger: ({ client }) => client.patch('/account/mfa', { mfa: false }),
  },
  'adding an authenticator app': {
    subject: /authenticator app.* added/,
    prepare: async ({ client }) => (await startEnrolment(client)).code(),
    trigger: ({ client }, otp) => client.put(AUTHENTICATOR, { otp }),
  },
  'removing an authenticator app': {
    subject: /authenticator app.* removed/,
    earlierMessages: 1,
    prepare: async ({ client }) => {
      await awaitEarlyInTimeStep();
      const app = await startEnrolment(client);
      assertStatus(await client.put(AUTHENTICATOR, { otp: app.code(-1) }), 200);
      return app.code();
    },
    trigger: ({ client }, otp) => client.sendJson('DELETE', AUTHENTICATOR, { otp }),
  },
  'creating recovery codes': {
    subject: /recovery codes/,
    trigger: ({ client }) => client.post(RECOVERY_CODES),
  },
  'regenerating recovery codes': {
    subject: /recovery codes/,
    earlierMessages: 1,
    prepare: async ({ client }) => passChallenge(client, 'recoveryCode', (await createRecoveryCodes(client))[0]),
    trigger: ({ client }) => client.patch(RECOVERY_CODES),
  },
};

for (const [what, { subject, earlierMessages = 0, prepare = async () => {}, trigger }] of Object.entries(NOTICES)) {
  describe(`security notices for ${what}`, () => {
    test(`with the policy security-notices one notice is sent for ${what}, with client, address and language of the request`, async () => {
      const { client, user } = await signedInUser('notices');
      const prepared = await prepare({ client, user });
      if (earlierMessages > 0) await receivedMessage(user.email, earlierMessages);
      const germanClient = client.with({
        'x-appwrite-locale': 'de',
        'x-forwarded-for': '203.0.113.7',
        'user-agent': IPHONE,
      });
      assertDone(await trigger({ client: germanClient, user }, prepared));
      const notice = await receivedMessage(user.email, earlierMessages + 1);
      assert.match(notice.html, /lang="de"/);
      assert.match(notice.text, /203\.0\.113\.7/);
      assert.match(notice.text, /Mobile Safari/);
      assert.doesNotMatch(`${notice.subject}${notice.html}${notice.text}`, /\{\{|\}\}/);
      assert.equal(notice.code, undefined);
      await assertMessageCount(user.email, earlierMessages + 1);
    });

    test(`a strict project sends a notice for ${what}, with a matching subject`, async () => {
      const { client, user } = await signedInUser('strict');
      const prepared = await prepare({ client, user });
      if (earlierMessages > 0) await receivedMessage(user.email, earlierMessages);
      assertDone(await trigger({ client, user }, prepared));
      const notice = await receivedMessage(user.email, earlierMessages + 1);
      assert.match(notice.subject, subject);
      assert.match(notice.text, /Chrome/);
    });

    test(`a project with default policies sends no notice for ${what}`, async () => {
      const { client, user } = await signedInUser('plain');
      assertDone(await trigger({ client, user }, await prepare({ client, user })));
      await assertMessageCount(user.email, 0);
    });
  });
}

describe('security notices with the policy security-notices', () => {
  test('a notice is sent for recovering the password', async () => {
    const user = await guest('notices').signUp();
    const asServer = guest('notices', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = assertStatus(
      await asServer.post('/account/recovery', { ...user, url: APP_URL }),
      201,
    ).json;
    await receivedMessage(user.email);
    const recovery = { userId, secret, password: 'battery staple' };
    assertStatus(await guest('notices').put('/account/recovery', recovery), 200);
    assert.match((await receivedMessage(user.email, 2)).subject, /password/);
    await assertMessageCount(user.email, 2);
  });

  test('a new e-mail address gets no notice, and neither do refused requests and requests that change nothing', async () => {
    const { client, user } = await signedInUser('notices');
    const { email } = randomUser();
    const { password } = user;
    assertStatus(await client.patch('/account/email', { email, password: 'not the password' }), 401);
    assertStatus(await client.patch('/account/password', { password: 'battery staple', oldPassword: 'wrong' }), 401);
    assertStatus(await client.put(AUTHENTICATOR, { otp: '123456' }), 404);
    await startEnrolment(client);
    await setMfa(client, false);
    assertStatus(await client.patch('/account/name', { name: 'Ada' }), 200);
    const [code] = await createCodesAndAwaitNotice({ client, user });
    const challengeId = await createChallenge(client, 'recoveryCode');
    assertStatus(await client.put(CHALLENGES, { challengeId, otp: code }), 200);
    await assertMessageCount(user.email, 1);
    assertStatus(await client.patch('/account/email', { email, password }), 200);
    await receivedMessage(user.email, 2);
    await assertMessageCount(user.email, 2);
    await assertMessageCount(email, 0);
  });

  test('a user without an e-mail address gets no notice', async () => {
    const anonymousGuest = guest('notices');
    const { client } = anonymousGuest.withSessionFrom(await anonymousGuest.post('/account/sessions/anonymous'));
    await enrolAuthenticator(client);
    await createRecoveryCodes(client);
    await setMfa(client, true);
    const { email, password } = randomUser();
    assertStatus(await client.patch('/account/email', { email, password }), 200);
    await assertMessageCount(email, 0);
  });

  async function createCodesAndAwaitNotice({ client, user }) {
    const codes = await createRecoveryCodes(client);
    await receivedMessage(user.email);
    return codes;
  }
});

describe('security notices for sign-ins', () => {
  test('one notice is sent for sign-ins from a new kind of device, and none for the first sign-in', async () => {
    const { user } = await signedInUser('notices');
    await assertMessageCount(user.email, 0);
    const signInFrom = (agent, headers) => guest('notices', { 'user-agent': agent, ...headers }).signIn(user);

    await signInFrom(IPHONE, { 'x-forwarded-for': '203.0.113.7' });
    const notice = await receivedMessage(user.email);
    assert.match(notice.subject, /new device/);
    assert.match(notice.text, /203\.0\.113\.7/);
    assert.match(notice.text, /Mobile Safari/);
    await assertMessageCount(user.email, 1);

    for (const agent of [IPHONE, CHROME, NEWER_CHROME]) await signInFrom(agent);
    for (const count of [2, 3, 4]) {
      assert.doesNotMatch(
        (await receivedMessage(user.email, count)).subject,
        /new device/,
        'only session alerts follow',
      );
    }
    await assertMessageCount(user.email, 4);
  });

  test('a notice is sent for a sign-in with a code from a new kind of device', async () => {
    const { user } = await signedInUser('notices');
    const asServer = guest('notices', { 'x-appwrite-key': KEYS.demo });
    const { userId, secret } = (await asServer.post('/account/tokens/email', user)).json;
    await receivedMessage(user.email);
    const phone = guest('notices', { 'user-agent': IPHONE, 'x-appwrite-locale': 'de' });
    assertStatus(await phone.post('/account/sessions/token', { userId, secret }), 201);
    const notice = await receivedMessage(user.email, 2);
    assert.match(notice.html, /lang="de"/);
    assert.match(notice.text, /Mobile Safari/);
    await assertMessageCount(user.email, 2);
  });

  test('a strict project sends notices for sign-ins from new kinds of devices only', async () => {
    const { user } = await signedInUser('strict');
    for (const agent of [CHROME, IPHONE, IPHONE, CHROME]) await guest('strict', { 'user-agent': agent }).signIn(user);
    assert.match((await receivedMessage(user.email)).subject, /new device/);
    await assertMessageCount(user.email, 1);
  });

  test('a project with default policies sends no notices for sign-ins', async () => {
    const { user } = await signedInUser('plain');
    await guest('plain', { 'user-agent': IPHONE }).signIn(user);
    await assertMessageCount(user.email, 0);
  });
});

function assertDone(response) {
  assert.ok(response.status < 300, response.text);
}
