import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Caller } from '../harness/caller.js';
import { overheard, publishedCalls, reasonElsewhere } from '../harness/calls.js';
import { assertRefused, REFUSALS } from '../harness/expectations.js';
import { situationOf } from '../harness/situations.js';
import { Backend, SERVER_GENERATIONS } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const CALLS = publishedCalls();
const CORE = CALLS.filter((call) => !reasonElsewhere(call));

describe('every path that some SDK generation calls', () => {
  for (const { method, path } of routes(CORE)) {
    test(`${method} ${path} is served`, async () => {
      const answer = await request(method, path);
      assert.notEqual(answer.json?.type, 'general_route_not_found', answer.text);
    });
  }

  for (const { method, path } of routes(CALLS.filter(reasonElsewhere))) {
    test(`${method} ${path} is not, for ${reasonElsewhere({ path })}`, async () => {
      assertRefused(await request(method, path), REFUSALS.route);
    });
  }
});

for (const generation of CHOSEN_GENERATIONS) {
  describe(`web SDK ${generation.generation}`, () => {
    for (const call of callsOf('appwrite', generation.generation)) {
      test(`${call.method} calls ${call.http} ${call.path}, and succeeds`, async () => {
        const page = new Page(generation);
        const values = await situationOf(call.method, async (person) => {
          await page.signIn(person);
          return page.secret;
        });
        await assertCalls(call, values, (parameters) => page.call(call.method, parameters));
      });
    }
  });
}

for (const generation of SERVER_GENERATIONS) {
  describe(`server SDK ${generation.generation}`, () => {
    for (const call of callsOf('node-appwrite', generation.generation)) {
      test(`${call.method} calls ${call.http} ${call.path}, and succeeds`, async () => {
        const server = new Backend(generation);
        let backend = server;
        const values = await situationOf(call.method, async ({ email, password }) => {
          const { secret } = await server.call('createEmailPasswordSession', { email, password });
          backend = server.withSession(secret);
          return secret;
        });
        await assertCalls(call, values, (parameters) => backend.call(call.method, parameters));
      });
    }
  });
}

async function assertCalls({ http, path, params }, values, work) {
  const names = params.map((name) => name.replace('*', ''));
  const parameters = Object.fromEntries(names.map((name) => [name, values[name]]));
  const requests = await overheard(() => work(names.length > 0 ? parameters : undefined));
  assert.deepEqual(requests, [`${http} /v1${path.replace(/\{(\w+)\}/g, (_, name) => values[name])}`]);
}

function callsOf(sdk, generation) {
  return CORE.filter((call) => call.sdk === sdk && call.version.startsWith(`${generation}.`));
}

/** Some SDKs only make the browser go there: that is a GET. */
function routes(calls) {
  const found = calls.map(({ http, path }) => ({ method: http.replace('(redirect)', ''), path }));
  return [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

function request(method, path) {
  const filledIn = path.replace(/\{\w+\}/g, 'unknown');
  return new Caller().sendJson(method, filledIn, method === 'GET' ? '' : {});
}
