import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { assertStatus } from '../harness/expectations.js';
import { suiteFixture, withInstallation } from '../harness/installation.js';
import { randomUser } from '../harness/test-data.js';

/** The settings of Quarkus Mailer that Gatehouse reads. */
const MAILER = {
  'quarkus.mailer.host': 'localhost',
  'quarkus.mailer.port': 2525,
  'quarkus.mailer.username': 'gatehouse',
  'quarkus.mailer.password': 'not a real one',
  'quarkus.mailer.from': 'no-reply@example.com',
  'quarkus.mailer.tls': false,
  'quarkus.mailer.start-tls': 'optional',
};

for (const [what, properties] of Object.entries({ 'by default': {}, 'with the settings of Quarkus Mailer': MAILER })) {
  test(`${what}, a start prints neither warnings nor errors`, () =>
    withInstallation(async (installation) => {
      await installation.start(properties);
      const alarming = installation
        .log()
        .split('\n')
        .filter((line) => /WARN|ERROR|FATAL|Exception|^\tat /.test(line));
      assert.deepEqual(alarming, []);
    }));
}

test('a setting that nothing reads is still warned of', () =>
  withInstallation(async (installation) => {
    await installation.start({ ...MAILER, 'quarkus.mailer.hots': 'localhost' });
    assert.match(installation.log(), /WARN.*quarkus\.mailer\.hots/);
  }));

describe('a start that cannot succeed', () => {
  const fixture = suiteFixture(async (installation) => {
    writeFileSync(installation.path('file'), '');
    mkdirSync(installation.path('older/postgres'), { recursive: true });
    writeFileSync(installation.path('older/postgres/PG_VERSION'), '17\n');
    const occupied = createServer().listen(0, '0.0.0.0').unref();
    await once(occupied, 'listening');
    await installation.start();
    return { installation, port: occupied.address().port };
  });
  const other = (data) => ({ 'gatehouse.data': fixture.installation.path(data) });
  const unreachable = {
    'quarkus.datasource.jdbc.url': 'jdbc:postgresql://127.0.0.1:1/gatehouse',
    'quarkus.datasource.username': 'gatehouse',
    'quarkus.datasource.password': 'not a real one',
    'gatehouse.embedded': false,
    'gatehouse.message-keys': 'a1'.repeat(32),
    'gatehouse.vault-keys': 'b2'.repeat(32),
    'gatehouse.projects.demo.policies.auth.jwt': false,
    'gatehouse.projects.other.policies.auth.jwt': false,
  };

  const cases = {
    'because its data folder is in use': [() => ({}), /another Gatehouse process is using the data folder .*data/],
    'because its port is taken': [
      () => ({ ...other('second'), 'quarkus.http.port': fixture.port }),
      /port \d+ .*cannot be opened/,
    ],
    'because its data folder is a file': [() => other('file'), /data folder .*file cannot be used/],
    'because its data folder cannot be created': [
      () => ({ 'gatehouse.data': join(fixture.installation.path('file'), 'below') }),
      /data folder .*below cannot be used/,
    ],
    'because another PostgreSQL wrote its data': [() => other('older'), /written by PostgreSQL 17/],
    'because its port is no number': [() => ({ 'quarkus.http.port': 'abc' }), /quarkus\.http\.port must be a number/],
    'because its port is too large': [() => ({ 'quarkus.http.port': 99_999 }), /quarkus\.http\.port must be a number/],
    'because a trusted proxy is a name': [
      () => ({ 'gatehouse.trusted-proxies': '10.0.0.0/8,proxy.example.com' }),
      /gatehouse\.trusted-proxies: proxy\.example\.com/,
    ],
    'because the network of a trusted proxy does not exist': [
      () => ({ 'gatehouse.trusted-proxies': '10.0.0.0/33' }),
      /gatehouse\.trusted-proxies: 10\.0\.0\.0\/33 has a prefix of more than 32 bits/,
    ],
    'because the host of a platform has a port': [
      () => ({ 'gatehouse.projects.demo.platforms.web.hostname': 'localhost:3000' }),
      /gatehouse\.projects\.demo\.platforms\.web\.hostname must be a host .*not localhost:3000/,
    ],
    'because the page of magic links has a port that does not exist': [
      () => ({ 'gatehouse.magic-url': 'http://localhost:99999/in' }),
      /gatehouse\.magic-url must be a URL .*not http:\/\/localhost:99999\/in/,
    ],
    'because a setting of Gatehouse has the wrong type': [
      () => ({ 'gatehouse.passwords.threads': 'many' }),
      /gatehouse\.passwords\.threads.*many/,
    ],
    'because a setting of Quarkus has the wrong type': [
      () => ({ ...other('second'), 'quarkus.datasource.reactive.max-size': 'many' }),
      /quarkus\.datasource\.reactive\.max-size.*many/,
    ],
    'because its database cannot be reached': [() => unreachable, /database cannot be reached/],
  };
  for (const [why, [properties, sentence]] of Object.entries(cases)) {
    test(`${why} says so in one line`, async () => {
      const { code, out, err } = await fixture.installation.failToStart(properties());
      assert.notEqual(code, 0);
      assert.match(err, /^Gatehouse does not start: [^\n]+\n$/);
      assert.match(err, sentence);
      assert.doesNotMatch(out, /^\tat |Exception/m);
    });
  }
});

/** A short queue, so that some sign-ups are refused on every machine. */
const SHORT_QUEUE = { 'gatehouse.passwords.threads': 1, 'gatehouse.passwords.queue-per-thread': 4 };

test('of fifty sign-ups right after a start, each succeeds or is refused with Retry-After and changes nothing', () =>
  withInstallation(async (installation) => {
    const { url } = await installation.start({ ...SHORT_QUEUE, 'gatehouse.rate-limits.enabled': false });
    const users = Array.from({ length: 50 }, randomUser);
    const responses = await Promise.all(users.map((user) => new ApiClient({}, url).post('/account', user)));
    for (const [index, response] of responses.entries()) {
      if (response.status !== 201) assertOverloaded(response);
      const again = await new ApiClient({}, url).post('/account', users[index]);
      assertStatus(again, response.status === 201 ? 409 : 201);
    }
    assert.ok(responses.some(({ status }) => status === 201));
  }));

function assertOverloaded(response) {
  assertStatus(response, 503);
  assert.equal(response.json.type, 'general_server_error');
  assert.match(response.headers['retry-after'] ?? '', /^[1-9]\d*$/);
}
