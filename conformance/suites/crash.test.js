import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertStatus } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';

const WRITERS = 6;
const ENOUGH = 150;

/** How a connection ends when its other end does. */
const CONNECTION_LOST = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

test('what was acknowledged before a crash is there after it, and the rows equal the log', () =>
  withInstallation(async (installation) => {
    const killed = await installation.start();
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => Writer.at(killed.url)));
    let acknowledged = 0;
    const onAcknowledged = () => void (++acknowledged === ENOUGH && killed.kill());
    await Promise.all(writers.map((writer) => writer.writeUntilTheCrash(onAcknowledged)));

    const recovered = await installation.start();
    for (const writer of writers) await writer.assertNothingIsLost(recovered.url);
    assert.equal(await installation.runCommand('replay-check'), 0);
    await new ApiClient({}, recovered.url).signUp();
    await recovered.stop();
    assert.equal(await installation.runCommand('replay-check'), 0);
  }));

/** Somebody who keeps changing their account, signs up others, and remembers what was acknowledged. */
class Writer {
  #client;
  #names = [''];
  #preferences = ['{}'];
  #newcomers = [];
  #url;

  static async at(url) {
    const { client } = await signedInUser({}, url);
    return new Writer(client, url);
  }

  constructor(client, url) {
    this.#client = client;
    this.#url = url;
  }

  async writeUntilTheCrash(onAcknowledged) {
    try {
      for (let round = 1; ; round++) await this.#write(round, onAcknowledged);
    } catch (failure) {
      if (!CONNECTION_LOST.includes(failure.code)) throw failure;
    }
  }

  async assertNothingIsLost(url) {
    const { name, prefs } = assertStatus(await this.#client.withOrigin(url).get('/account'), 200).json;
    assert.ok(this.#names.includes(name), `${name} is none of ${this.#names}`);
    assert.ok(this.#preferences.includes(JSON.stringify(prefs)), `${prefs} are none of ${this.#preferences}`);
    for (const { user, session, client } of this.#newcomers) {
      const current = assertStatus(await client.withOrigin(url).get('/account/sessions/current'), 200).json;
      assert.deepEqual(current, session);
      await client.withOrigin(url).with({ cookie: undefined }).signIn(user);
    }
  }

  async #write(round, onAcknowledged) {
    await this.#change(this.#names, `name ${round}`, (name) => this.#client.patch('/account/name', { name }));
    onAcknowledged();
    const prefs = JSON.stringify({ round });
    await this.#change(this.#preferences, prefs, () => this.#client.patch('/account/prefs', `{"prefs":${prefs}}`));
    onAcknowledged();
    this.#newcomers.push(await signedInUser({}, this.#url));
    onAcknowledged();
  }

  /** What is attempted may be found after the crash; what is acknowledged must be. */
  async #change(possible, next, request) {
    possible.push(next);
    assertStatus(await request(next), 200);
    possible.splice(0, possible.length - 1);
  }
}
