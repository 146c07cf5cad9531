import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, signedInUser } from '../harness/api-client.js';
import { assertStatus } from '../harness/expectations.js';
import { withInstallation } from '../harness/installation.js';

const WRITERS = 6;
const ACKNOWLEDGEMENTS_BEFORE_CRASH = 150;

/** The error codes of a connection that the other end closed. */
const CONNECTION_LOST = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

test('acknowledged changes survive a crash, and the views equal a replay of the log', () =>
  withInstallation(async (installation) => {
    const crashed = await installation.start();
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => Writer.at(crashed.url)));
    let acknowledged = 0;
    const onAcknowledged = () => void (++acknowledged === ACKNOWLEDGEMENTS_BEFORE_CRASH && crashed.kill());
    await Promise.all(writers.map((writer) => writer.writeUntilTheCrash(onAcknowledged)));

    const recovered = await installation.start();
    for (const writer of writers) await writer.assertNothingIsLost(recovered.url);
    assert.equal(await installation.runCommand('replay-check'), 0);
    await new ApiClient({}, recovered.url).signUp();
    await recovered.stop();
    assert.equal(await installation.runCommand('replay-check'), 0);
  }));

/** Changes an account and signs up users until the crash, and records which changes were acknowledged. */
class Writer {
  #client;
  #names = [''];
  #preferences = ['{}'];
  #users = [];
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
    assert.ok(this.#names.includes(name), `${name} is not among ${this.#names}`);
    assert.ok(this.#preferences.includes(JSON.stringify(prefs)), `${prefs} are not among ${this.#preferences}`);
    for (const { user, session, client } of this.#users) {
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
    this.#users.push(await signedInUser({}, this.#url));
    onAcknowledged();
  }

  /** A change that was not acknowledged may be found after the crash; an acknowledged one must be found. */
  async #change(possible, next, request) {
    possible.push(next);
    assertStatus(await request(next), 200);
    possible.splice(0, possible.length - 1);
  }
}
