import { randomUUID } from 'node:crypto';
import { ApiClient } from './api-client.js';
import { APP_URL, KEYS } from './configuration.js';
import { assertStatus } from './expectations.js';
import { createChallenge, createRecoveryCodes, enrolAuthenticator, passChallenge, startEnrolment } from './factors.js';
import { awaitMessage, linkParameters } from './messages.js';
import { randomPhone, randomUser } from './test-data.js';

/** For methods that need no existing user. */
const NO_PRECONDITION = async () => ({});

/**
 * For each SDK method that guests call: creates what the call needs, and resolves to its arguments. All other methods
 * are called by signed-in users.
 */
const GUEST_PRECONDITIONS = {
  create: NO_PRECONDITION,
  createAnonymousSession: NO_PRECONDITION,
  createEmailToken: NO_PRECONDITION,
  createMagicURLToken: NO_PRECONDITION,
  createMagicURLSession: NO_PRECONDITION,
  createPhoneToken: NO_PRECONDITION,
  createPhoneSession: NO_PRECONDITION,
  createEmailSession: signUp,
  createEmailPasswordSession: signUp,
  createRecovery: signUp,
  createSession: () => createToken('/account/tokens/email', randomUser()),
  updateMagicURLSession: () => createToken('/account/tokens/magic-url', randomUser()),
  updatePhoneSession: () => createToken('/account/tokens/phone', { ...randomUser(), phone: randomPhone() }),
  updateRecovery: async () => createToken('/account/recovery', { ...(await signUp()), url: APP_URL }),
};

/**
 * The same for signed-in users. Methods of MFA are listed in both spellings that SDK generations use.
 */
const USER_PRECONDITIONS = {
  updateEmail: ({ user }) => ({ password: user.password }),
  updatePhone: ({ user }) => ({ password: user.password }),
  updatePassword: ({ user }) => ({ oldPassword: user.password }),
  updateVerification: verificationLink,
  updateEmailVerification: verificationLink,
  createPhoneVerification: phoneNumber,
  updatePhoneVerification: phoneVerificationCode,
  updateMfaAuthenticator: pendingAuthenticator,
  updateMFAAuthenticator: pendingAuthenticator,
  deleteMfaAuthenticator: authenticatorAfterChallenge,
  deleteMFAAuthenticator: authenticatorAfterChallenge,
  updateMfaChallenge: openChallenge,
  updateMFAChallenge: openChallenge,
  getMfaRecoveryCodes: recoveryCodesAfterChallenge,
  getMFARecoveryCodes: recoveryCodesAfterChallenge,
  updateMfaRecoveryCodes: recoveryCodesAfterChallenge,
  updateMFARecoveryCodes: recoveryCodesAfterChallenge,
  updatePushTarget: pushTarget,
  deletePushTarget: pushTarget,
};

/**
 * Creates what a call of an SDK method needs in order to succeed.
 *
 * @param signIn signs a user in with the SDK and resolves to the encoded session; called if the method needs a session
 * @returns a valid value for each parameter that any method has
 */
export async function prepareCall(method, signIn) {
  const defaults = {
    ...randomUser(),
    name: 'Ada',
    phone: randomPhone(),
    url: APP_URL,
    phrase: true,
    prefs: { theme: 'dark' },
    queries: [],
    total: true,
    duration: 60,
    sessionId: 'current',
    type: 'totp',
    factor: 'totp',
    mfa: true,
    targetId: 'unique()',
    identifier: randomUUID(),
    providerId: 'fcm',
  };
  const prepared = GUEST_PRECONDITIONS[method]
    ? await GUEST_PRECONDITIONS[method]()
    : await prepareUser(signIn, USER_PRECONDITIONS[method]);
  const values = { ...defaults, ...prepared };
  return { ...values, passwordAgain: values.password };
}

async function prepareUser(signIn, prepare = NO_PRECONDITION) {
  const user = await new ApiClient().signUp();
  const client = new ApiClient({ 'x-appwrite-session': await signIn(user) });
  return prepare({ user, client });
}

function signUp() {
  return new ApiClient().signUp();
}

/** Creates a token with an API key: the response to a key contains the secret. */
async function createToken(path, body) {
  const { userId, secret } = assertStatus(
    await new ApiClient({ 'x-appwrite-key': KEYS.demo }).post(path, body),
    201,
  ).json;
  return { userId, secret };
}

async function verificationLink({ user, client }) {
  assertStatus(await client.post('/account/verifications/email', { url: APP_URL }), 201);
  return linkParameters(await awaitMessage(user.email));
}

async function phoneNumber({ user, client }) {
  const phone = randomPhone();
  assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
  return { phone };
}

async function phoneVerificationCode(signedIn) {
  const { phone } = await phoneNumber(signedIn);
  assertStatus(await signedIn.client.post('/account/verifications/phone'), 201);
  return { userId: signedIn.user.userId, secret: (await awaitMessage(phone)).code };
}

async function pendingAuthenticator({ client }) {
  return { otp: (await startEnrolment(client)).code() };
}

async function openChallenge({ client }) {
  const app = await enrolAuthenticator(client);
  return { challengeId: await createChallenge(client, 'totp'), otp: app.code() };
}

async function authenticatorAfterChallenge({ client }) {
  const app = await enrolAuthenticator(client);
  await passChallenge(client, 'totp', app.code());
  return { otp: app.code() };
}

async function recoveryCodesAfterChallenge(signedIn) {
  await createRecoveryCodes(signedIn.client);
  return authenticatorAfterChallenge(signedIn);
}

async function pushTarget({ client }) {
  const target = { targetId: 'unique()', identifier: randomUUID() };
  return { targetId: assertStatus(await client.post('/account/targets/push', target), 201).json.$id };
}
