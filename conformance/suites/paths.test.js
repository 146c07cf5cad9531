import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { publishedCalls } from '../harness/published-calls.js';

const SEED = 20_261_127;
const ROUNDS = 3_000;

/** What a client, a proxy or an attacker does to a path. Each takes the path and a random number generator. */
const CHANGES = [
  (path, random) => insert(path, random, ';a=b'),
  (path, random) => insert(path, random, '/'),
  (path, random) => insert(path, random, '/./'),
  (path, random) => insert(path, random, '/../'),
  (path, random) => insert(path, random, '/%2e%2E/'),
  (path, random) => insert(path, random, '%2F'),
  (path, random) => insert(path, random, '%5c'),
  (path, random) => insert(path, random, '%00'),
  (path, random) => insert(path, random, '%0d%0a'),
  (path, random) => insert(path, random, '%c0%ae'),
  (path, random) => insert(path, random, '%252e'),
  (path, random) => insert(path, random, '%zz'),
  (path, random) => insert(path, random, '\\'),
  (path, random) => encodeOne(path, random),
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => path.toUpperCase(),
  (path) => `/q/..${path}`,
  (path) => `${path}/../../../q/metrics`,
];

describe('paths', () => {
  for (const path of ['/v1/../q/metrics', '/v1/%2e%2e/q/metrics', '/q;a/metrics', '/v1;a=b/account', '/v1/account;x']) {
    test(`a path that can be read in two ways is not served: ${path}`, async () => {
      const response = await send('GET', path);
      assert.equal(response.status, 404, response.text);
      assert.equal(JSON.parse(response.text).type, 'general_route_not_found');
    });
  }

  for (const path of ['/v1/account/', '/v1//account', '//v1/account', '/v1/%61ccount']) {
    test(`slashes and encoded letters lead to the same endpoint: ${path}`, async () => {
      assert.equal(JSON.parse((await send('GET', path)).text).type, 'general_unauthorized_scope');
    });
  }

  test('the key set is served with and without a slash at the end', async () => {
    for (const path of ['/.well-known/jwks.json', '/.well-known/jwks.json/']) {
      assert.equal((await send('GET', path)).status, 200, path);
    }
  });

  test('changed paths cause no server error, and every response of the API passed the gate', async () => {
    const random = generator(SEED);
    const routes = publishedCalls().filter((call) => /^[A-Z]+$/.test(call.http));
    for (let round = 0; round < ROUNDS; round++) {
      const { http: method, path } = pick(routes, random);
      const changed = change(change(`/v1${path.replace(/\{\w+\}/g, 'x')}`, random), random);
      const response = await send(method, changed);
      assert.ok(response.status < 500, `${method} ${changed}: ${response.text}`);
      assertAnsweredByGate(response, `${method} ${changed}`);
    }
  });
});

/** The HTTP server itself refuses request lines that it cannot decode, without a body. */
function assertAnsweredByGate({ status, headers, text }, request) {
  if (status === 400 && text === '') return;
  assert.ok(headers['x-request-id'] || JSON.parse(text).type === 'general_route_not_found', `${request}: ${text}`);
}

function change(path, random) {
  return pick(CHANGES, random)(path, random);
}

function insert(path, random, text) {
  const at = 1 + Math.floor(random() * path.length);
  return path.slice(0, at) + text + path.slice(at);
}

function encodeOne(path, random) {
  const at = 1 + Math.floor(random() * (path.length - 1));
  return `${path.slice(0, at)}%${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** Sends the path as it is. */
function send(method, path) {
  const { hostname, port } = new URL(process.env.GATEHOUSE_URL);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { 'x-appwrite-project': 'demo' } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (data) => (text += data));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Mulberry32: the same numbers in [0, 1) in every run. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
