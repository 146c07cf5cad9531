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
  describe(`JWTs created at ${path}`, () => {
    test('a JWT identifies user and session, and is valid for 15 minutes by default', async () => {
      const { client, user, session } = await signedInUser();
      const response = assertStatus(await client.post(path), 201);
      assert.deepEqual(Object.keys(response.json), ['jwt']);
      assert.equal(response.headers['x-ratelimit-limit'], '120');
      assert.equal(response.headers['x-ratelimit-remaining'], '119');
      const claims = claimsOf(response.json.jwt);
      assert.deepEqual([claims.userId, claims.sessionId], [user.userId, session.$id]);
      assert.ok(Math.abs(claims.exp - Date.now() / 1000 - 900) < 5);
      const account = assertStatus(await clientWithJwt(response.json.jwt).get('/account'), 200).json;
      assert.equal(account.$id, user.userId);
    });

    test('a JWT expires after the requested duration', async () => {
      const { client } = await signedInUser();
      const { jwt } = assertStatus(await client.post(path, { duration: 2 }), 201).json;
      assertStatus(await clientWithJwt(jwt).get('/account'), 200);
      await after(claimsOf(jwt).exp * 1000 - Date.now());
      assertRefused(await clientWithJwt(jwt).get('/account'), REFUSALS.jwt);
    });

    test('the duration of a JWT is 1 to 3600 seconds', async () => {
      const { client } = await signedInUser();
      for (const duration of [0, -1, 3601, 'soon', 1.5, true]) {
        assertRefused(await client.post(path, { duration }), REFUSALS.argument, String(duration));
      }
      for (const duration of [1, 3600, '60', null]) assertStatus(await client.post(path, { duration }), 201);
    });

    test('a JWT cannot create another JWT', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await clientWithJwt(jwt).post(path), REFUSALS.jwtFromJwt);
    });

    test('a guest cannot create a JWT', async () => {
      assertRefused(await new ApiClient().post(path), REFUSALS.guest);
    });

    test('a JWT is refused when its session has ended', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertStatus(await client.delete('/account/sessions/current'), 204);
      assertRefused(await clientWithJwt(jwt).get('/account'), REFUSALS.guest);
    });

    test('a JWT can end all sessions, and is then refused itself', async () => {
      const { client } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertStatus(await clientWithJwt(jwt).delete('/account/sessions'), 204);
      assertRefused(await clientWithJwt(jwt).get('/account'), REFUSALS.guest);
      assertRefused(await client.get('/account'), REFUSALS.guest);
    });

    test('a request with a JWT has no current session', async () => {
      const { client, session } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await clientWithJwt(jwt).get('/account/sessions/current'), REFUSALS.session);
      const { sessions } = (await clientWithJwt(jwt).get('/account/sessions')).json;
      assert.deepEqual(
        sessions.map(({ $id, current }) => [$id, current]),
        [[session.$id, false]],
      );
    });

    test('a request with a JWT cannot open a session', async () => {
      const { client, user } = await signedInUser();
      const { jwt } = (await client.post(path)).json;
      assertRefused(await clientWithJwt(jwt).post('/account/sessions/email', user), REFUSALS.signedInAlready);
    });
  });
}

describe('verification of JWTs by other services', () => {
  for (const path of KEY_SETS) {
    test(`a JWT can be verified with the key set at ${path}`, async () => {
      const { jwt, user } = await userWithJwt();
      const { payload, protectedHeader } = await jwtVerify(jwt, keysAt(path), { algorithms: ['ES256'] });
      assert.equal(payload.userId, user.userId);
      assert.equal(protectedHeader.typ, 'JWT');
    });

    test(`the key set at ${path} is public and contains no private keys`, async () => {
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

  test('a JWT cannot be verified with the keys of another project', async () => {
    const { jwt } = await userWithJwt();
    const otherKeys = keysAt('/v1/account/jwks?project=other');
    await assert.rejects(jwtVerify(jwt, otherKeys), errors.JWKSNoMatchingKey);
  });

  test('the key set of an unknown project is not found', async () => {
    const response = await fetch(new URL('/v1/account/jwks?project=nowhere', process.env.GATEHOUSE_URL));
    assert.equal(response.status, 404);
  });
});

describe('a forged or altered JWT', () => {
  let jwt, header, claims, cookies;
  before(async () => {
    ({ jwt, cookies } = await userWithJwt());
    header = decodeProtectedHeader(jwt);
    claims = claimsOf(jwt);
  });

  const assertJwtRefused = async (forged, client = clientWithJwt(forged)) =>
    assertRefused(await client.get('/account'), REFUSALS.jwt);

  test('a JWT with an altered header, payload or signature is refused', async () => {
    const parts = jwt.split('.');
    for (const index of [0, 1, 2]) {
      for (const part of [parts[index].slice(0, -2), altered(parts[index]), '']) {
        await assertJwtRefused(parts.with(index, part).join('.'));
      }
    }
    await assertJwtRefused([parts[0], encode({ ...claims, exp: claims.exp + 1 }), parts[2]].join('.'));
  });

  test('a JWT without a signature is refused', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      const unsigned = `${encode({ ...header, alg })}.${encode(claims)}`;
      await assertJwtRefused(`${unsigned}.`);
      await assertJwtRefused(unsigned);
    }
  });

  test('a JWT signed with the public key as an HMAC secret is refused', async () => {
    const { keys } = await (await fetch(new URL(KEY_SETS[0], process.env.GATEHOUSE_URL))).json();
    const pem = await exportSPKI(await importJWK(keys[0], 'ES256', { extractable: true }));
    for (const secret of [pem, pem.trim(), JSON.stringify(keys[0]), keys[0].x]) {
      await assertJwtRefused(await sign('HS256', new TextEncoder().encode(secret)));
    }
  });

  test('a JWT signed with another key is refused', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await assertJwtRefused(await sign('ES256', privateKey));
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await assertJwtRefused(await sign('RS256', rsa.privateKey));
  });

  test('a JWT of another project is refused', async () => {
    await assertJwtRefused(jwt, clientWithJwt(jwt).with({ 'x-appwrite-project': 'other' }));
  });

  test('a text that is not a JWT is refused', async () => {
    for (const text of ['nonsense', '..', 'a.b.c', `${jwt}.${jwt}`, `Bearer ${jwt}`]) await assertJwtRefused(text);
  });

  test('a JWT together with a session is refused', async () => {
    const response = await clientWithJwt(jwt).get('/account', { 'x-appwrite-session': encodedSession(cookies) });
    assertRefused(response, REFUSALS.jwtWithSession);
  });

  function sign(alg, key) {
    return new SignJWT(claims).setProtectedHeader({ ...header, alg }).sign(key);
  }
});

async function userWithJwt() {
  const alice = await signedInUser();
  return { ...alice, jwt: assertStatus(await alice.client.post('/account/jwts'), 201).json.jwt };
}

function clientWithJwt(jwt) {
  return new ApiClient({ 'x-appwrite-jwt': jwt });
}

function keysAt(path) {
  return createRemoteJWKSet(new URL(path, process.env.GATEHOUSE_URL));
}

function claimsOf(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
}

function encode(part) {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Replaces a character in the middle, where all bits of the encoding are significant. */
function altered(text) {
  const index = text.length >> 1;
  return `${text.slice(0, index)}${text[index] === 'A' ? 'B' : 'A'}${text.slice(index + 1)}`;
}
