import { randomUUID } from 'node:crypto';
import { Caller } from './caller.js';
import { APP, KEYS } from './configuration.js';
import { assertStatus } from './expectations.js';
import { begun, challenged, enrolled, passed, recoveryCodesOf } from './factors.js';
import { letterTo, linked } from './mailbox.js';
import { freshPhone, stranger } from './people.js';

/** What is needed by methods that take nobody in particular. */
const NEWCOMER = async () => ({});

/** What has to be arranged before a guest's call of an SDK method can succeed. Methods not named here are for members. */
const FOR_GUESTS = {
  create: NEWCOMER,
  createAnonymousSession: NEWCOMER,
  createEmailToken: NEWCOMER,
  createMagicURLToken: NEWCOMER,
  createMagicURLSession: NEWCOMER,
  createPhoneToken: NEWCOMER,
  createPhoneSession: NEWCOMER,
  createEmailSession: signedUp,
  createEmailPasswordSession: signedUp,
  createRecovery: signedUp,
  createSession: () => sent('/account/tokens/email', stranger()),
  updateMagicURLSession: () => sent('/account/tokens/magic-url', stranger()),
  updatePhoneSession: () => sent('/account/tokens/phone', { ...stranger(), phone: freshPhone() }),
  updateRecovery: async () => sent('/account/recovery', { ...(await signedUp()), url: APP }),
};

/**
 * The same for those who are signed in: a password is the one they have, unless they choose a new one. SDK generations
 * spell the methods of second factors either way.
 */
const FOR_MEMBERS = {
  updateEmail: ({ person }) => ({ password: person.password }),
  updatePhone: ({ person }) => ({ password: person.password }),
  updatePassword: ({ person }) => ({ oldPassword: person.password }),
  updateVerification: mailedLink,
  updateEmailVerification: mailedLink,
  createPhoneVerification: number,
  updatePhoneVerification: textedCode,
  updateMfaAuthenticator: begunApp,
  updateMFAAuthenticator: begunApp,
  deleteMfaAuthenticator: provenApp,
  deleteMFAAuthenticator: provenApp,
  updateMfaChallenge: openChallenge,
  updateMFAChallenge: openChallenge,
  getMfaRecoveryCodes: provenCodes,
  getMFARecoveryCodes: provenCodes,
  updateMfaRecoveryCodes: provenCodes,
  updateMFARecoveryCodes: provenCodes,
  updatePushTarget: device,
  deletePushTarget: device,
};

/**
 * Arranges whatever an SDK method needs to succeed.
 *
 * @param signIn how somebody signs in with the SDK, used if the method asks for that; resolves to the encoded session
 * @returns a sensible value for each parameter that some method has
 */
export async function situationOf(method, signIn) {
  const sensible = {
    ...stranger(),
    name: 'Ada',
    phone: freshPhone(),
    url: APP,
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
  const arranged = FOR_GUESTS[method] ? await FOR_GUESTS[method]() : await memberWith(signIn, FOR_MEMBERS[method]);
  const values = { ...sensible, ...arranged };
  return { ...values, passwordAgain: values.password };
}

async function memberWith(signIn, arrange = NEWCOMER) {
  const person = await new Caller().signUp();
  const caller = new Caller({ 'x-appwrite-session': await signIn(person) });
  return arrange({ person, caller });
}

function signedUp() {
  return new Caller().signUp();
}

/** Keys are told the secret that others find in their mail. */
async function sent(path, body) {
  const { userId, secret } = assertStatus(await new Caller({ 'x-appwrite-key': KEYS.demo }).post(path, body), 201).json;
  return { userId, secret };
}

async function mailedLink({ person, caller }) {
  assertStatus(await caller.post('/account/verifications/email', { url: APP }), 201);
  return linked(await letterTo(person.email));
}

async function number({ person, caller }) {
  const phone = freshPhone();
  assertStatus(await caller.patch('/account/phone', { phone, password: person.password }), 200);
  return { phone };
}

async function textedCode(somebody) {
  const { phone } = await number(somebody);
  assertStatus(await somebody.caller.post('/account/verifications/phone'), 201);
  return { userId: somebody.person.userId, secret: (await letterTo(phone)).code };
}

async function begunApp({ caller }) {
  return { otp: (await begun(caller)).code() };
}

async function openChallenge({ caller }) {
  const app = await enrolled(caller);
  return { challengeId: await challenged(caller, 'totp'), otp: app.code() };
}

async function provenApp({ caller }) {
  const app = await enrolled(caller);
  await passed(caller, 'totp', app.code());
  return { otp: app.code() };
}

async function provenCodes(somebody) {
  await recoveryCodesOf(somebody.caller);
  return provenApp(somebody);
}

async function device({ caller }) {
  const target = { targetId: 'unique()', identifier: randomUUID() };
  return { targetId: assertStatus(await caller.post('/account/targets/push', target), 201).json.$id };
}
