import assert from 'node:assert/strict';

/** http.md §19.2 */
export const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/;

/** http.md §19.1 */
export const SERVER_MADE_ID = /^[0-9a-f]{20}$/;

/** Refusals whose texts SDKs show to people; the published ones are compared to the letter (http.md §15.1). */
export const REFUSALS = {
  argument: { code: 400, type: 'general_argument_invalid' },
  query: { code: 400, type: 'general_query_invalid' },
  recentPassword: { code: 400, type: 'password_recently_used' },
  personalPassword: { code: 400, type: 'password_personal_data' },
  differentPasswords: { code: 400, type: 'user_password_mismatch' },
  full: { code: 400, type: 'user_count_exceeded' },
  noEmail: { code: 400, type: 'user_email_not_found' },
  noPhone: { code: 400, type: 'user_phone_not_found' },
  emailNotVerified: { code: 400, type: 'user_email_not_verified' },
  phoneNotVerified: { code: 400, type: 'user_phone_not_verified' },
  guest: {
    code: 401,
    type: 'general_unauthorized_scope',
    message: 'User (role: guests) missing scope (account)',
  },
  scope: { code: 401, type: 'general_unauthorized_scope' },
  credentials: {
    code: 401,
    type: 'user_invalid_credentials',
    message: 'Invalid credentials. Please check the email and password.',
  },
  signedInAlready: {
    code: 401,
    type: 'user_session_already_exists',
    message: 'Creation of a session is prohibited when a session is active.',
  },
  token: { code: 401, type: 'user_invalid_token' },
  moreFactors: { code: 401, type: 'user_more_factors_required' },
  challenge: { code: 401, type: 'user_challenge_required' },
  jwt: { code: 401, type: 'user_jwt_invalid' },
  jwtBesideSession: { code: 403, type: 'user_jwt_and_cookie_set' },
  jwtFromJwt: { code: 403, type: 'user_jwt_creation_denied' },
  key: { code: 401, type: 'user_unauthorized' },
  keyExpired: { code: 401, type: 'project_key_expired' },
  projectIdMissing: { code: 403, type: 'project_id_missing' },
  origin: { code: 403, type: 'general_unknown_origin' },
  blocked: { code: 403, type: 'user_blocked' },
  project: { code: 404, type: 'project_not_found' },
  route: { code: 404, type: 'general_route_not_found' },
  session: { code: 404, type: 'user_session_not_found' },
  user: { code: 404, type: 'user_not_found', message: 'User with the requested ID could not be found.' },
  target: { code: 404, type: 'user_target_not_found' },
  authenticator: { code: 404, type: 'user_authenticator_not_found' },
  recoveryCodes: { code: 404, type: 'user_recovery_codes_not_found' },
  targetTaken: { code: 409, type: 'user_target_already_exists' },
  emailVerified: { code: 409, type: 'user_email_already_verified' },
  phoneVerified: { code: 409, type: 'user_phone_already_verified' },
  authenticatorVerified: { code: 409, type: 'user_authenticator_already_verified' },
  recoveryCodesExist: { code: 409, type: 'user_recovery_codes_already_exists' },
  taken: {
    code: 409,
    type: 'user_already_exists',
    message: 'A user with the same id, email, or phone already exists in this project.',
  },
  bodySize: { code: 413, type: 'general_argument_invalid' },
  rate: {
    code: 429,
    type: 'general_rate_limit_exceeded',
    message: 'Rate limit for the current endpoint has been exceeded. Please try again after some time.',
  },
  mailOff: { code: 503, type: 'general_smtp_disabled' },
  smsOff: { code: 503, type: 'general_phone_disabled' },
  switchedOff: { code: 501, type: 'user_auth_method_unsupported' },
};

/** The envelope of an error, its fields in order (http.md §15.1). */
export function assertRefused(answer, { code, type, message }, hint = '') {
  const described = `${hint} ${answer.text.slice(0, 300)}`;
  assert.equal(answer.status, code, described);
  assert.deepEqual(Object.keys(answer.json), ['message', 'code', 'type', 'version'], described);
  assert.equal(answer.json.type, type, described);
  assert.equal(answer.json.code, code, described);
  assert.equal(answer.json.message, message ?? answer.json.message);
}

/** As {@link assertRefused}, and the account is afterwards what it was before. */
export async function assertRefusedUnchanged(caller, request, refusal, hint) {
  const answer = await assertUnchanged(caller, request);
  assertRefused(answer, refusal, hint);
  return answer;
}

/** Whatever the request brings about, it is not a change of the caller's account. */
export async function assertUnchanged(caller, request) {
  const before = await caller.get('/account');
  assert.equal(before.status, 200, before.text);
  const answer = await request();
  const after = await caller.get('/account');
  assert.equal(after.text, before.text);
  return answer;
}

export function assertStatus(answer, status) {
  assert.equal(answer.status, status, answer.text.slice(0, 300));
  return answer;
}

/**
 * A token as it is shown: all of it but what it is good for.
 *
 * @param minutes how long it is valid
 */
export function assertToken(answer, { userId, minutes, phrase = '' }, status = 201) {
  const token = assertStatus(answer, status).json;
  assert.deepEqual(Object.keys(token), ['$id', '$createdAt', 'userId', 'secret', 'expire', 'phrase']);
  assert.match(token.$id, SERVER_MADE_ID);
  assert.match(token.$createdAt, DATE);
  assert.match(token.expire, DATE);
  assert.deepEqual([token.userId, token.secret], [userId, '']);
  assert.match(token.phrase, new RegExp(`^${phrase.source ?? phrase}$`));
  assert.equal(Math.round((Date.parse(token.expire) - Date.parse(token.$createdAt)) / 60_000), minutes);
  return token;
}

/** What was secret is nowhere in the log. Codes are looked for as whole numbers: parts of longer ones mean something else. */
export function assertSilentOn(secrets, log) {
  assert.ok(log.length > 0);
  const spoken = secrets.filter((secret) => new RegExp(`(?<![0-9a-f])${secret}(?![0-9a-f])`).test(log));
  assert.equal(spoken.length, 0, `${spoken.length} of ${secrets.length} secrets are in the log`);
}

/** @returns the record as it would be if it had no fields of these names */
export function without(record, ...names) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
