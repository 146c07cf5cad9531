import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { assertRefused, assertStatus, DATE, REFUSALS, SERVER_MADE_ID } from '../harness/expectations.js';
import { freshIp, stranger } from '../harness/people.js';

/** models.md §13: as sessions and log entries show the device. */
const DEVICE = fields(
  'osCode osName osVersion clientType clientCode clientName clientVersion clientEngine clientEngineVersion',
  'deviceName deviceBrand deviceModel',
);

test('a user has these fields, in this order, and these values when new', async () => {
  const person = stranger();
  const answer = assertStatus(await new Caller().post('/account', person), 201);
  const user = answer.json;
  const { targets, ...rest } = user;
  assert.deepEqual(
    Object.keys(user),
    fields(
      '$id $createdAt $updatedAt name registration status labels passwordUpdate email phone emailVerification',
      'emailCanonical emailIsFree emailIsDisposable emailIsCorporate emailIsCanonical phoneVerification mfa prefs',
      'targets accessedAt impersonator impersonatorUserId',
    ),
  );
  ['$createdAt', '$updatedAt', 'registration', 'passwordUpdate', 'accessedAt'].forEach((date) => {
    assert.match(user[date], DATE, date);
    assert.ok(Math.abs(Date.parse(user[date]) - Date.now()) < 60_000, date);
    delete rest[date];
  });
  assert.deepEqual(rest, {
    $id: person.userId,
    name: '',
    status: true,
    labels: [],
    email: person.email,
    phone: '',
    emailVerification: false,
    emailCanonical: person.email,
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
  const { email, account } = await new Caller().signUp();
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

test('what is read is what was answered at sign-up', async () => {
  const { caller, person } = await member();
  assert.deepEqual((await caller.get('/account')).json, person.account);
});

test('an address is judged by its provider', async () => {
  const { userId } = stranger();
  const free = await new Caller().signUp({ ...stranger(), email: `Ada.Love.${userId}+news@gmail.com` });
  assert.deepEqual(judgementOf(free.account), {
    email: `ada.love.${userId}+news@gmail.com`,
    emailCanonical: `adalove${userId}@gmail.com`,
    emailIsFree: true,
    emailIsDisposable: false,
    emailIsCorporate: false,
    emailIsCanonical: false,
  });
  const disposable = await new Caller().signUp({ ...stranger(), email: `${userId}@mailinator.com` });
  assert.deepEqual(judgementOf(disposable.account), {
    email: `${userId}@mailinator.com`,
    emailCanonical: `${userId}@mailinator.com`,
    emailIsFree: false,
    emailIsDisposable: true,
    emailIsCorporate: false,
    emailIsCanonical: true,
  });
});

test('a session has these fields, in this order, and these values when new', async () => {
  const ip = freshIp();
  const { session, person } = await member({ 'x-forwarded-for': ip });
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
    userId: person.userId,
    provider: 'email',
    providerUid: person.email,
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

test('lists tell their total first, and a session reads alike alone and in the list', async () => {
  const { caller, session } = await member();
  const list = (await caller.get('/account/sessions')).json;
  assert.deepEqual(Object.keys(list), ['total', 'sessions']);
  assert.deepEqual(list, { total: 1, sessions: [session] });
  assert.deepEqual((await caller.get('/account/sessions/current')).json, session);
  assert.deepEqual((await caller.get(`/account/sessions/${session.$id}`)).json, session);
});

test('a log entry has these fields, in this order', async () => {
  const ip = freshIp();
  const { caller, person } = await member({ 'x-forwarded-for': ip });
  const answer = (await caller.get('/account/logs')).json;
  assert.deepEqual(Object.keys(answer), ['total', 'logs']);
  const [entry] = answer.logs;
  assert.deepEqual(Object.keys(entry), [
    ...fields('event userId userEmail userName mode userType ip time'),
    ...DEVICE,
    ...fields('countryCode countryName'),
  ]);
  assert.match(entry.time, DATE);
  const { event, userId, userEmail, userName, mode, userType, clientName, countryCode, countryName } = entry;
  assert.deepEqual([event, userId, userEmail, userName], ['session.create', person.userId, person.email, '']);
  assert.deepEqual([mode, userType, entry.ip, clientName], ['default', 'user', ip, 'Chrome']);
  assert.deepEqual([countryCode, countryName], ['--', 'Unknown']);
});

test('the preferences are the bare object', async () => {
  const { caller } = await member();
  assert.equal((await caller.get('/account/prefs')).text, '{}');
});

test('an error has these fields, in this order', async () => {
  const answer = await new Caller().get('/account');
  assertRefused(answer, REFUSALS.guest);
  assert.match(answer.json.version, /^\d+\.\d+\.\d+/);
});

function fields(...lines) {
  return lines.join(' ').split(' ');
}

function judgementOf({ email, emailCanonical, emailIsFree, emailIsDisposable, emailIsCorporate, emailIsCanonical }) {
  return { email, emailCanonical, emailIsFree, emailIsDisposable, emailIsCorporate, emailIsCanonical };
}
