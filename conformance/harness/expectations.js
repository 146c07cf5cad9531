import assert from 'node:assert/strict';

/** The format of dates (http.md §19.2). */
export const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/;

/** The format of IDs that the service generates (http.md §19.1). */
export const SERVER_MADE_ID = /^[0-9a-f]{20}$/;

/** The errors of the API. Messages that Appwrite publishes are compared literally (http.md §15.1). */
export const REFUSALS = {
  argument: { code: 400, type: 'general_argument_invalid' },
  query: { code: 400, type: 'general_query_invalid' },
  recentPassword: { code: 400, type: 'password_recently_used' },
  personalPassword: { code: 400, type: 'password_personal_data' },
  differentPasswords: { code: 400, type: 'user_password_mismatch' },
  userLimitReached: { code: 400, type: 'user_count_exceeded' },
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
  jwtWithSession: { code: 403, type: 'user_jwt_and_cookie_set' },
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
  targetExists: { code: 409, type: 'user_target_already_exists' },
  emailVerified: { code: 409, type: 'user_email_already_verified' },
  phoneVerified: { code: 409, type: 'user_phone_already_verified' },
  authenticatorVerified: { code: 409, type: 'user_authenticator_already_verified' },
  recoveryCodesExist: { code: 409, type: 'user_recovery_codes_already_exists' },
  userExists: {
    code: 409,
    type: 'user_already_exists',
    message: 'A user with the same id, email, or phone already exists in this project.',
  },
  bodySize: { code: 413, type: 'general_argument_invalid' },
  rateLimit: {
    code: 429,
    type: 'general_rate_limit_exceeded',
    message: 'Rate limit for the current endpoint has been exceeded. Please try again after some time.',
  },
  emailDisabled: { code: 503, type: 'general_smtp_disabled' },
  phoneDisabled: { code: 503, type: 'general_phone_disabled' },
  methodDisabled: { code: 501, type: 'user_auth_method_unsupported' },
};

/** Asserts that a response is this error, and has the fields of an error in order (http.md §15.1). */
export function assertRefused(response, { code, type, message }, hint = '') {
  const described = `${hint} ${response.text.slice(0, 300)}`;
  assert.equal(response.status, code, described);
  assert.deepEqual(Object.keys(response.json), ['message', 'code', 'type', 'version'], described);
  assert.equal(response.json.type, type, described);
  assert.equal(response.json.code, code, described);
  assert.equal(response.json.message, message ?? response.json.message);
}

/** As {@link assertRefused}, and asserts that the request does not change the client's account. */
export async function assertRefusedUnchanged(client, request, refusal, hint) {
  const response = await assertUnchanged(client, request);
  assertRefused(response, refusal, hint);
  return response;
}

/** Asserts that a request does not change the client's account, and returns its response. */
export async function assertUnchanged(client, request) {
  const before = await client.get('/account');
  assert.equal(before.status, 200, before.text);
  const response = await request();
  const after = await client.get('/account');
  assert.equal(after.text, before.text);
  return response;
}

export function assertStatus(response, status) {
  assert.equal(response.status, status, response.text.slice(0, 300));
  return response;
}

/**
 * Asserts that a response contains a token without its secret.
 *
 * @param minutes the validity of the token
 * @param phrase the expected security phrase, or a regular expression that matches it
 */
export function assertToken(response, { userId, minutes, phrase = '' }, status = 201) {
  const token = assertStatus(response, status).json;
  assert.deepEqual(Object.keys(token), ['$id', '$createdAt', 'userId', 'secret', 'expire', 'phrase']);
  assert.match(token.$id, SERVER_MADE_ID);
  assert.match(token.$createdAt, DATE);
  assert.match(token.expire, DATE);
  assert.deepEqual([token.userId, token.secret], [userId, '']);
  assert.match(token.phrase, new RegExp(`^${phrase.source ?? phrase}$`));
  assert.equal(Math.round((Date.parse(token.expire) - Date.parse(token.$createdAt)) / 60_000), minutes);
  return token;
}

/** Asserts that no secret occurs in the log. Codes are searched as whole numbers, not as parts of longer ones. */
export function assertNotLogged(secrets, log) {
  assert.ok(log.length > 0);
  const logged = secrets.filter((secret) => new RegExp(`(?<![0-9a-f])${secret}(?![0-9a-f])`).test(log));
  assert.equal(logged.length, 0, `${logged.length} of ${secrets.length} secrets are in the log`);
}

/** @returns a copy of the record without these fields */
export function without(record, ...names) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
