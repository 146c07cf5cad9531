import { AuthenticatorApp } from './authenticator-app.js';
import { APP } from './configuration.js';
import { assertStatus } from './expectations.js';
import { codeTo, letterTo, linked } from './mailbox.js';
import { freshPhone } from './people.js';

export const AUTHENTICATOR = '/account/mfa/authenticators/totp';
export const CHALLENGES = '/account/mfa/challenges';
export const RECOVERY_CODES = '/account/mfa/recovery-codes';

/** @returns the app that was enrolled */
export async function enrolled(caller) {
  const app = await begun(caller);
  assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code() }), 200);
  return app;
}

/** @returns an app that has shown no code yet */
export async function begun(caller) {
  return new AuthenticatorApp(assertStatus(await caller.post(AUTHENTICATOR), 200).json.uri);
}

/** @returns the ID of a new challenge */
export async function challenged(caller, factor) {
  return assertStatus(await caller.post(CHALLENGES, { factor }), 201).json.$id;
}

/** Answers a new challenge at once. */
export async function passing(caller, factor, otp) {
  return caller.put(CHALLENGES, { challengeId: await challenged(caller, factor), otp });
}

/** @returns the session, which has then passed a challenge lately */
export async function passed(caller, factor, otp) {
  return assertStatus(await passing(caller, factor, otp), 200).json;
}

export async function recoveryCodesOf(caller) {
  return assertStatus(await caller.post(RECOVERY_CODES), 201).json.recoveryCodes;
}

export async function switched(caller, mfa) {
  return assertStatus(await caller.patch('/account/mfa', { mfa }), 200).json;
}

/** @param office the post office's URL */
export async function verifiedEmail({ caller, person }, office) {
  assertStatus(await caller.post('/account/verifications/email', { url: APP }), 201);
  const { userId, secret } = linked(await letterTo(person.email, 1, office));
  assertStatus(await caller.put('/account/verifications/email', { userId, secret }), 200);
}

/** @returns the number */
export async function verifiedPhone({ caller, person }, office) {
  const phone = freshPhone();
  assertStatus(await caller.patch('/account/phone', { phone, password: person.password }), 200);
  assertStatus(await caller.post('/account/verifications/phone'), 201);
  const secret = await codeTo(phone, 1, office);
  assertStatus(await caller.put('/account/verifications/phone', { userId: person.userId, secret }), 200);
  return phone;
}
