import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { assertRefused, REFUSALS } from '../harness/expectations.js';
import { prepareCall } from '../harness/preconditions.js';
import { publishedCalls, reasonNotServed, recordRequests } from '../harness/published-calls.js';
import { Backend, SERVER_GENERATIONS } from '../sdks/server.js';
import { CHOSEN_GENERATIONS, Page } from '../sdks/web.js';

const CALLS = publishedCalls();
const CORE = CALLS.filter((call) => !reasonNotServed(call));

describe('paths that SDK generations call', () => {
  for (const { method, path } of routes(CORE)) {
    test(`${method} ${path} is served`, async () => {
      const response = await request(method, path);
      assert.notEqual(response.json?.type, 'general_route_not_found', response.text);
    });
  }

  for (const { method, path } of routes(CALLS.filter(reasonNotServed))) {
    test(`${method} ${path} is not served: ${reasonNotServed({ path })}`, async () => {
      assertRefused(await request(method, path), REFUSALS.route);
    });
  }
});

for (const generation of CHOSEN_GENERATIONS) {
  describe(`calls of web SDK ${generation.generation}`, () => {
    for (const call of callsOf('appwrite', generation.generation)) {
      test(`${call.method} of web SDK ${generation.generation} sends ${call.http} ${call.path}, and succeeds`, async () => {
        const page = new Page(generation);
        const values = await prepareCall(call.method, async (user) => {
          await page.signIn(user);
          return page.secret;
        });
        await assertCalls(call, values, (parameters) => page.call(call.method, parameters));
      });
    }
  });
}

for (const generation of SERVER_GENERATIONS) {
  describe(`calls of server SDK ${generation.generation}`, () => {
    for (const call of callsOf('node-appwrite', generation.generation)) {
      test(`${call.method} of server SDK ${generation.generation} sends ${call.http} ${call.path}, and succeeds`, async () => {
        const server = new Backend(generation);
        let backend = server;
        const values = await prepareCall(call.method, async ({ email, password }) => {
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
  const requests = await recordRequests(() => work(names.length > 0 ? parameters : undefined));
  assert.deepEqual(requests, [`${http} /v1${path.replace(/\{(\w+)\}/g, (_, name) => values[name])}`]);
}

function callsOf(sdk, generation) {
  return CORE.filter((call) => call.sdk === sdk && call.version.startsWith(`${generation}.`));
}

/** A call marked as redirect only makes the browser load the path, which is a GET. */
function routes(calls) {
  const found = calls.map(({ http, path }) => ({ method: http.replace('(redirect)', ''), path }));
  return [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

function request(method, path) {
  const pathWithIds = path.replace(/\{\w+\}/g, 'unknown');
  return new ApiClient().sendJson(method, pathWithIds, method === 'GET' ? '' : {});
}
