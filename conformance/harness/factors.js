import { AuthenticatorApp } from './authenticator-app.js';
import { APP_URL } from './configuration.js';
import { assertStatus } from './expectations.js';
import { awaitCode, awaitMessage, linkParameters } from './messages.js';
import { randomPhone } from './test-data.js';

export const AUTHENTICATOR = '/account/mfa/authenticators/totp';
export const CHALLENGES = '/account/mfa/challenges';
export const RECOVERY_CODES = '/account/mfa/recovery-codes';

/** @returns the authenticator app, enrolled and verified */
export async function enrolAuthenticator(client) {
  const app = await startEnrolment(client);
  assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
  return app;
}

/** @returns an authenticator app whose enrolment is not verified yet */
export async function startEnrolment(client) {
  return new AuthenticatorApp(assertStatus(await client.post(AUTHENTICATOR), 200).json.uri);
}

/** @returns the ID of a new challenge */
export async function createChallenge(client, factor) {
  return assertStatus(await client.post(CHALLENGES, { factor }), 201).json.$id;
}

/** Creates a challenge and answers it. */
export async function answerNewChallenge(client, factor, otp) {
  return client.put(CHALLENGES, { challengeId: await createChallenge(client, factor), otp });
}

/** Creates a challenge and passes it. @returns the session */
export async function passChallenge(client, factor, otp) {
  return assertStatus(await answerNewChallenge(client, factor, otp), 200).json;
}

/** @returns the codes */
export async function createRecoveryCodes(client) {
  return assertStatus(await client.post(RECOVERY_CODES), 201).json.recoveryCodes;
}

/** @returns the account */
export async function setMfa(client, mfa) {
  return assertStatus(await client.patch('/account/mfa', { mfa }), 200).json;
}

/** @param receiver the URL of the message receiver */
export async function verifyEmail({ client, user }, receiver) {
  assertStatus(await client.post('/account/verifications/email', { url: APP_URL }), 201);
  const { userId, secret } = linkParameters(await awaitMessage(user.email, 1, receiver));
  assertStatus(await client.put('/account/verifications/email', { userId, secret }), 200);
}

/** @returns the verified phone number */
export async function addVerifiedPhone({ client, user }, receiver) {
  const phone = randomPhone();
  assertStatus(await client.patch('/account/phone', { phone, password: user.password }), 200);
  assertStatus(await client.post('/account/verifications/phone'), 201);
  const secret = await awaitCode(phone, 1, receiver);
  assertStatus(await client.put('/account/verifications/phone', { userId: user.userId, secret }), 200);
  return phone;
}
