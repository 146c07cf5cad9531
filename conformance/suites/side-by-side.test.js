import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';
import { randomUser } from '../harness/test-data.js';

test('two applications with separate data folders share no data', () =>
  withInstallation((first) =>
    withInstallation(async (second) => {
      const [one, two] = await Promise.all([first.start(), second.start()]);
      const user = randomUser();
      await new ApiClient({}, one.url).signUp(user);
      const { client } = await new ApiClient({}, one.url).signIn(user);
      assertRefused(await client.withOrigin(two.url).get('/account'), REFUSALS.guest);
      await new ApiClient({}, two.url).signUp(user);
      assertRefused(await client.withOrigin(two.url).get('/account'), REFUSALS.guest);

      await two.stop();
      assertStatus(await client.get('/account'), 200);
      const restarted = await second.start();
      await new ApiClient({}, restarted.url).signIn(user);
    }),
  ));

test('a restarted application has the data from before', () =>
  withInstallation(async (installation) => {
    const stopped = await installation.start();
    const { client, user } = await signedInUser({}, stopped.url);
    await client.patch('/account/name', { name: 'Ada' });
    await stopped.stop();

    const started = await installation.start();
    assert.equal(assertStatus(await client.withOrigin(started.url).get('/account'), 200).json.name, 'Ada');
    assertRefused(await new ApiClient({}, started.url).post('/account', user), REFUSALS.userExists);
  }));
