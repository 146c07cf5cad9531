import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Caller, member } from '../harness/caller.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';
import { stranger } from '../harness/people.js';

test('two applications with a data folder each know nothing of each other', () =>
  withInstallation((first) =>
    withInstallation(async (second) => {
      const [one, two] = await Promise.all([first.start(), second.start()]);
      const person = stranger();
      await new Caller({}, one.url).signUp(person);
      const { caller } = await new Caller({}, one.url).signIn(person);
      assertRefused(await caller.at(two.url).get('/account'), REFUSALS.guest);
      await new Caller({}, two.url).signUp(person);
      assertRefused(await caller.at(two.url).get('/account'), REFUSALS.guest);

      await two.stop();
      assertStatus(await caller.get('/account'), 200);
      const restarted = await second.start();
      await new Caller({}, restarted.url).signIn(person);
    }),
  ));

test('an application that was stopped goes on where it was', () =>
  withInstallation(async (installation) => {
    const stopped = await installation.start();
    const { caller, person } = await member({}, stopped.url);
    await caller.patch('/account/name', { name: 'Ada' });
    await stopped.stop();

    const started = await installation.start();
    assert.equal(assertStatus(await caller.at(started.url).get('/account'), 200).json.name, 'Ada');
    assertRefused(await new Caller({}, started.url).post('/account', person), REFUSALS.taken);
  }));
