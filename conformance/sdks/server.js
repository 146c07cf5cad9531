import { createRequire } from 'node:module';
import * as newest from 'node-appwrite';
import { KEYS } from '../harness/configuration.js';
import { freshIp } from '../harness/people.js';
import { NAMED, POSITIONAL } from './arguments.js';

/** What it offers to `import` names files that it does not have. */
const oldest = createRequire(import.meta.url)('node-appwrite-12');

const { Account } = newest;

/** Of the generations of the server SDK in the field, the oldest that knows second factors, and the newest. */
export const SERVER_GENERATIONS = [
  { generation: 12, sdk: oldest, shape: POSITIONAL },
  { generation: 27, sdk: newest, shape: NAMED },
];

export function client(sdk = newest) {
  return new sdk.Client()
    .setEndpoint(`${process.env.GATEHOUSE_URL}/v1`)
    .setProject('demo')
    .addHeader('x-forwarded-for', freshIp());
}

export function clientWithKey(key = KEYS.demo, sdk = newest) {
  return client(sdk).setKey(key);
}

/** What a server calls in its own name. */
export function withKey(key) {
  return new Account(clientWithKey(key));
}

/** What a server calls for a user, with the encoded session it was given. */
export function withSession(secret) {
  return new Account(client().setSession(secret));
}

/** What a server calls for a user who handed it a token. */
export function withJwt(jwt) {
  return new Account(client().setJWT(jwt));
}

/** A server, and on it the SDK of a generation. */
export class Backend {
  #generation;
  #account;

  constructor(generation, identified = clientWithKey(KEYS.demo, generation.sdk)) {
    this.#generation = generation;
    this.#account = new generation.sdk.Account(identified);
  }

  /** @returns the same server, speaking for the user whose encoded session it was given */
  withSession(secret) {
    return new Backend(this.#generation, client(this.#generation.sdk).setSession(secret));
  }

  /** @returns the same server, speaking for the user who handed it a token */
  withJwt(jwt) {
    return new Backend(this.#generation, client(this.#generation.sdk).setJWT(jwt));
  }

  /** @returns whether this generation has the method */
  can(method) {
    return method in this.#account;
  }

  /** @param parameters by name, in the order this generation takes them */
  call(method, parameters) {
    return this.#account[method](...(parameters ? this.#generation.shape(parameters) : []));
  }
}
