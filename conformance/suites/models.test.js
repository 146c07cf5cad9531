import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { randomIp, randomUser } from '../harness/test-data.js';

/** The fields that describe a device, in sessions and log entries (models.md §13). */
const DEVICE = fields(
  'osCode osName osVersion clientType clientCode clientName clientVersion clientEngine clientEngineVersion',
  'deviceName deviceBrand deviceModel',
);

test('a new user has the documented fields, order and values', async () => {
  const user = randomUser();
  const response = assertStatus(await new ApiClient().post('/account', user), 201);
  const created = response.json;
  const { targets, ...rest } = created;
  assert.deepEqual(
    Object.keys(created),
    fields(
      '$id $createdAt $updatedAt name registration status labels passwordUpdate email phone emailVerification',
      'emailCanonical emailIsFree emailIsDisposable emailIsCorporate emailIsCanonical phoneVerification mfa prefs',
      'targets accessedAt impersonator impersonatorUserId',
    ),
  );
  ['$createdAt', '$updatedAt', 'registration', 'passwordUpdate', 'accessedAt'].forEach((date) => {
    assert.match(created[date], DATE, date);
    assert.ok(Math.abs(Date.parse(created[date]) - Date.now()) < 60_000, date);
    delete rest[date];
  });
  assert.deepEqual(rest, {
    $id: user.userId,
    name: '',
    status: true,
    labels: [],
    email: user.email,
    phone: '',
    emailVerification: false,
    emailCanonical: user.email,
    emailIsFree: false,
    emailIsDisposable: rest.emailIsDisposable,
    emailIsCorporate: !rest.emailIsDisposable,
    emailIsCanonical: true,
    phoneVerification: false,
    mfa: false,
    prefs: {},
    impersonator: false,
    impersonatorUserId: null,
  });
});

test('a new user has one target, the e-mail address', async () => {
  const { email, account } = await new ApiClient().signUp();
  const [target, ...others] = account.targets;
  assert.deepEqual(others, []);
  assert.deepEqual(
    Object.keys(target),
    fields('$id $createdAt $updatedAt name userId providerId providerType identifier expired'),
  );
  const { $id, $createdAt, $updatedAt, ...rest } = target;
  assert.match($id, SERVER_MADE_ID);
  assert.match($createdAt, DATE);
  assert.match($updatedAt, DATE);
  assert.deepEqual(rest, {
    name: '',
    userId: account.$id,
    providerId: null,
    providerType: 'email',
    identifier: email,
    expired: false,
  });
});

test('reading the account returns what sign-up returned', async () => {
  const { client, user } = await signedInUser();
  assert.deepEqual((await client.get('/account')).json, user.account);
});

test('free, disposable, corporate and canonical e-mail addresses are recognised', async () => {
  const { userId } = randomUser();
  const free = await new ApiClient().signUp({ ...randomUser(), email: `Ada.Love.${userId}+news@gmail.com` });
  assert.deepEqual(emailFieldsOf(free.account), {
    email: `ada.love.${userId}+news@gmail.com`,
    emailCanonical: `adalove${userId}@gmail.com`,
    emailIsFree: true,
    emailIsDisposable: false,
    emailIsCorporate: false,
    emailIsCanonical: false,
  });
  const disposable = await new ApiClient().signUp({ ...randomUser(), email: `${userId}@mailinator.com` });
  assert.deepEqual(emailFieldsOf(disposable.account), {
    email: `${userId}@mailinator.com`,
    emailCanonical: `${userId}@mailinator.com`,
    emailIsFree: false,
    emailIsDisposable: true,
    emailIsCorporate: false,
    emailIsCanonical: true,
  });
});

test('a new session has the documented fields, order and values', async () => {
  const ip = randomIp();
  const { session, user } = await signedInUser({ 'x-forwarded-for': ip });
  assert.deepEqual(Object.keys(session), [
    ...fields('$id $createdAt $updatedAt userId expire provider providerUid providerAccessToken'),
    ...fields('providerAccessTokenExpiry providerRefreshToken ip'),
    ...DEVICE,
    ...fields('countryCode countryName current factors secret mfaUpdatedAt'),
  ]);
  const { $id, $createdAt, $updatedAt, expire, ...rest } = session;
  assert.match($id, SERVER_MADE_ID);
  [$createdAt, $updatedAt, expire].forEach((date) => assert.match(date, DATE));
  assert.equal(Date.parse(expire) - Date.parse($createdAt), 31_536_000_000);
  assert.deepEqual(rest, {
    userId: user.userId,
    provider: 'email',
    providerUid: user.email,
    providerAccessToken: '',
    providerAccessTokenExpiry: '',
    providerRefreshToken: '',
    ip,
    osCode: 'WIN',
    osName: 'Windows',
    osVersion: '10',
    clientType: 'browser',
    clientCode: 'CH',
    clientName: 'Chrome',
    clientVersion: '126.0',
    clientEngine: 'Blink',
    clientEngineVersion: '126.0.0.0',
    deviceName: 'desktop',
    deviceBrand: '',
    deviceModel: '',
    countryCode: '--',
    countryName: 'Unknown',
    current: true,
    factors: ['password'],
    secret: '',
    mfaUpdatedAt: '',
  });
});

test('a list begins with its total, and contains a session in the same form as a single read', async () => {
  const { client, session } = await signedInUser();
  const list = (await client.get('/account/sessions')).json;
  assert.deepEqual(Object.keys(list), ['total', 'sessions']);
  assert.deepEqual(list, { total: 1, sessions: [session] });
  assert.deepEqual((await client.get('/account/sessions/current')).json, session);
  assert.deepEqual((await client.get(`/account/sessions/${session.$id}`)).json, session);
});

test('a log entry has the documented fields and order', async () => {
  const ip = randomIp();
  const { client, user } = await signedInUser({ 'x-forwarded-for': ip });
  const response = (await client.get('/account/logs')).json;
  assert.deepEqual(Object.keys(response), ['total', 'logs']);
  const [entry] = response.logs;
  assert.deepEqual(Object.keys(entry), [
    ...fields('event userId userEmail userName mode userType ip time'),
    ...DEVICE,
    ...fields('countryCode countryName'),
  ]);
  assert.match(entry.time, DATE);
  const { event, userId, userEmail, userName, mode, userType, clientName, countryCode, countryName } = entry;
  assert.deepEqual([event, userId, userEmail, userName], ['session.create', user.userId, user.email, '']);
  assert.deepEqual([mode, userType, entry.ip, clientName], ['default', 'user', ip, 'Chrome']);
  assert.deepEqual([countryCode, countryName], ['--', 'Unknown']);
});

test('the response with preferences is the bare object', async () => {
  const { client } = await signedInUser();
  assert.equal((await client.get('/account/prefs')).text, '{}');
});

test('an error has the documented fields and order', async () => {
  const response = await new ApiClient().get('/account');
  assertRefused(response, REFUSALS.guest);
  assert.match(response.json.version, /^\d+\.\d+\.\d+/);
});

function fields(...lines) {
  return lines.join(' ').split(' ');
}

function emailFieldsOf({ email, emailCanonical, emailIsFree, emailIsDisposable, emailIsCorporate, emailIsCanonical }) {
  return { email, emailCanonical, emailIsFree, emailIsDisposable, emailIsCorporate, emailIsCanonical };
}
