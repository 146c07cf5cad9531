import { createRequire } from 'node:module';
import * as newest from 'node-appwrite';
import { KEYS } from '../harness/configuration.js';
import { randomIp } from '../harness/test-data.js';
import { NAMED, POSITIONAL } from './arguments.js';

// Loaded with `require`, because the package's ES module entry names missing files.
const oldest = createRequire(import.meta.url)('node-appwrite-12');

const { Account } = newest;

/** Two generations of the server SDK: the oldest one with MFA methods, and the newest. */
export const SERVER_GENERATIONS = [
  { generation: 12, sdk: oldest, shape: POSITIONAL },
  { generation: 27, sdk: newest, shape: NAMED },
];

export function client(sdk = newest) {
  return new sdk.Client()
    .setEndpoint(`${process.env.GATEHOUSE_URL}/v1`)
    .setProject('demo')
    .addHeader('x-forwarded-for', randomIp());
}

export function clientWithKey(key = KEYS.demo, sdk = newest) {
  return client(sdk).setKey(key);
}

/** @returns the API as a server calls it with an API key */
export function withKey(key) {
  return new Account(clientWithKey(key));
}

/** @returns the API as a server calls it with the encoded session of a user */
export function withSession(secret) {
  return new Account(client().setSession(secret));
}

/** @returns the API as a server calls it with the JWT of a user */
export function withJwt(jwt) {
  return new Account(client().setJWT(jwt));
}

/** The account API in one generation of the server SDK. */
export class Backend {
  #generation;
  #account;

  constructor(generation, sdkClient = clientWithKey(KEYS.demo, generation.sdk)) {
    this.#generation = generation;
    this.#account = new generation.sdk.Account(sdkClient);
  }

  /** @returns the same API, authenticated with the encoded session of a user */
  withSession(secret) {
    return new Backend(this.#generation, client(this.#generation.sdk).setSession(secret));
  }

  /** @returns the same API, authenticated with the JWT of a user */
  withJwt(jwt) {
    return new Backend(this.#generation, client(this.#generation.sdk).setJWT(jwt));
  }

  /** @returns whether this generation has the method */
  supports(method) {
    return method in this.#account;
  }

  /** @param parameters by name, in the order this generation takes them */
  call(method, parameters) {
    return this.#account[method](...(parameters ? this.#generation.shape(parameters) : []));
  }
}
