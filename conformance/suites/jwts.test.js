import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { createRemoteJWKSet, decodeProtectedHeader, errors, exportSPKI, importJWK, jwtVerify, SignJWT } from 'jose';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { encodedSession } from '../harness/cookies.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const KEY_SETS = ['/v1/account/jwks?project=demo', '/.well-known/jwks.json?project=demo'];

for (const path of ['/account/jwts', '/account/jwt']) {
  describe(`a JWT made at ${path}`, () => {
    test('says who its bearer is, for a quarter of an hour', async () => {
      const { client, user, session } = await signedInUser();
      const response = assertStatus(await client.post(path), 201);
      assert.deepEqual(Object.keys(response.json), ['jwt']);
      assert.equal(response.headers['x-ratelimit-limit'], '100');
      assert.equal(response.headers['x-ratelimit-remaining'], '99');
      const claims = claimsOf(response.json.jwt);
      assert.deepEqual([claims.userId, claims.sessionId], [user.userId, session.$id]);
      assert.ok(Math.abs(claims.exp - Date.now() / 1000 - 900) < 5);
      const account = assertStatus(await bearer(response.json.jwt).get('/account'), 200).json;
      assert.equal(account.$id, user.userId);
    });

    test('is good for as long as was asked', async () => {
      const { client } = await signedInUser();
      const { jwt } = assertStatus(await client.post(path, { duration: 2 }), 201).json;
      assertStatus(await bearer(jwt).get('/account'), 200);
      await after(claimsOf(jwt).exp * 1000 - Date.now());
      assertRefused(await bearer(jwt).get('/account'), REFUSALS.jwt);
    });

    test('is good for an hour at most, and for some time at least', async () => {
      const { client } = await signedInUser();
      for (const duration of [0, -1, 3601, 'soon', 1.5, true]) {
        assertRefused(await client.post(path, { duration }), REFUSALS.argument, String(duration));
      }
      for (const duration of [1, 3600, '60', null]) assertStatus(await client.post(path, { duration }), 201);
    });

    test('makes no other JWT', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await bearer(jwt).post(path), REFUSALS.jwtFromJwt);
    });

    test('is not made for a guest', async () => {
      assertRefused(await new ApiClient().post(path), REFUSALS.guest);
    });

    test('dies with its session', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertStatus(await client.delete('/account/sessions/current'), 204);
      assertRefused(await bearer(jwt).get('/account'), REFUSALS.guest);
    });

    test('dies with all sessions, and can end them', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertStatus(await bearer(jwt).delete('/account/sessions'), 204);
      assertRefused(await bearer(jwt).get('/account'), REFUSALS.guest);
      assertRefused(await client.get('/account'), REFUSALS.guest);
    });

    test('has no session of its own', async () => {
      const { client, session } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await bearer(jwt).get('/account/sessions/current'), REFUSALS.session);
      const { sessions } = (await bearer(jwt).get('/account/sessions')).json;
      assert.deepEqual(
        sessions.map(({ $id, current }) => [$id, current]),
        [[session.$id, false]],
      );
    });

    test('opens no session', async () => {
      const { client, user } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await bearer(jwt).post('/account/sessions/email', user), REFUSALS.signedInAlready);
    });
  });
}

describe('what backends verify for themselves', () => {
  for (const path of KEY_SETS) {
    test(`is verified with the keys at ${path}`, async () => {
      const { jwt, user } = await made();
      const { payload, protectedHeader } = await jwtVerify(jwt, keysAt(path), { algorithms: ['ES256'] });
      assert.equal(payload.userId, user.userId);
      assert.equal(protectedHeader.typ, 'JWT');
    });

    test(`is at ${path} told to everybody, with nothing private in it`, async () => {
      const response = await fetch(new URL(path, process.env.GATEHOUSE_URL));
      assert.equal(response.status, 200);
      const { keys } = await response.json();
      assert.ok(keys.length > 0);
      for (const key of keys) {
        assert.deepEqual([key.kty, key.crv, key.alg, key.use], ['EC', 'P-256', 'ES256', 'sig']);
        assert.equal(key.d, undefined);
      }
    });
  }

  test('is not verified with the keys of another project', async () => {
    const { jwt } = await made();
    const others = keysAt('/v1/account/jwks?project=other');
    await assert.rejects(jwtVerify(jwt, others), errors.JWKSNoMatchingKey);
  });

  test('is not there for a project that is not', async () => {
    const response = await fetch(new URL('/v1/account/jwks?project=nowhere', process.env.GATEHOUSE_URL));
    assert.equal(response.status, 404);
  });
});

describe('a JWT that is not ours', () => {
  let jwt, header, claims, cookies;
  before(async () => {
    ({ jwt, cookies } = await made());
    header = decodeProtectedHeader(jwt);
    claims = claimsOf(jwt);
  });

  const refused = async (forged, client = bearer(forged)) => assertRefused(await client.get('/account'), REFUSALS.jwt);

  test('is refused if anything about it was changed', async () => {
    const parts = jwt.split('.');
    for (const at of [0, 1, 2]) {
      for (const part of [parts[at].slice(0, -2), swapped(parts[at]), '']) {
        await refused(parts.with(at, part).join('.'));
      }
    }
    await refused([parts[0], encoded({ ...claims, exp: claims.exp + 1 }), parts[2]].join('.'));
  });

  test('is refused without a signature', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      const unsigned = `${encoded({ ...header, alg })}.${encoded(claims)}`;
      await refused(`${unsigned}.`);
      await refused(unsigned);
    }
  });

  test('is refused if the public key was taken for a shared secret', async () => {
    const { keys } = await (await fetch(new URL(KEY_SETS[0], process.env.GATEHOUSE_URL))).json();
    const pem = await exportSPKI(await importJWK(keys[0], 'ES256', { extractable: true }));
    for (const secret of [pem, pem.trim(), JSON.stringify(keys[0]), keys[0].x]) {
      await refused(await signed('HS256', new TextEncoder().encode(secret)));
    }
  });

  test('is refused if somebody else signed it', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await refused(await signed('ES256', privateKey));
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await refused(await signed('RS256', rsa.privateKey));
  });

  test('is refused in another project', async () => {
    await refused(jwt, bearer(jwt).with({ 'x-appwrite-project': 'other' }));
  });

  test('is refused if it is none at all', async () => {
    for (const text of ['nonsense', '..', 'a.b.c', `${jwt}.${jwt}`, `Bearer ${jwt}`]) await refused(text);
  });

  test('is refused beside a session', async () => {
    const response = await bearer(jwt).get('/account', { 'x-appwrite-session': encodedSession(cookies) });
    assertRefused(response, REFUSALS.jwtWithSession);
  });

  function signed(alg, key) {
    return new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(key);
  }
});

async function made() {
  const alice = await signedInUser();
  return { ...alice, jwt: assertStatus(await alice.client.post('/account/jwts'), 201).json.jwt };
}

function bearer(jwt) {
  return new ApiClient({ 'x-appwrite-jwt': jwt });
}

function keysAt(path) {
  return createRemoteJWKSet(new URL(path, process.env.GATEHOUSE_URL));
}

function claimsOf(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
}

function encoded(part) {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Another letter in the middle, where no bit is for nothing. */
function swapped(text) {
  const at = text.length >> 1;
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
