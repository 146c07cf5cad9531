import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { Browser } from '../harness/browser.js';
import { NAMED, POSITIONAL } from './arguments.js';

/** Generations of the web SDK in use, with the differences in their interface. */
const GENERATIONS = [
  { generation: 11, shape: POSITIONAL, signIn: 'createEmailSession' },
  { generation: 14, shape: POSITIONAL, signIn: 'createEmailPasswordSession' },
  { generation: 16, shape: POSITIONAL, signIn: 'createEmailPasswordSession' },
  { generation: 18, shape: POSITIONAL, signIn: 'createEmailPasswordSession' },
  { generation: 21, shape: NAMED, signIn: 'createEmailPasswordSession' },
  { generation: 27, shape: NAMED, signIn: 'createEmailPasswordSession' },
];

/** All of them, or the one named by the environment variable GATEHOUSE_SDK. */
export const CHOSEN_GENERATIONS = GENERATIONS.filter(
  ({ generation }) => !process.env.GATEHOUSE_SDK || generation === Number(process.env.GATEHOUSE_SDK),
).map((generation) => ({ ...generation, ...published(generation.generation) }));

/**
 * Loads the script of the package that is meant for pages without a bundler. The script of generation 27 loads a
 * dependency with `require`, so the page provides that function.
 */
function published(generation) {
  const entry = createRequire(import.meta.url).resolve(`appwrite-${generation}`);
  const filename = join(dirname(entry), '../iife/sdk.js');
  return { script: new Script(readFileSync(filename, 'utf8'), { filename }), require: createRequire(entry) };
}

/** A page in a browser of its own that uses one generation of the web SDK. */
export class Page {
  #generation;
  #account;

  constructor(generation, { project = 'demo', ...options } = {}) {
    this.browser = new Browser(options);
    this.browser.window.require = generation.require;
    this.browser.load(generation.script);
    this.sdk = this.browser.window.Appwrite;
    this.#generation = generation;
    this.client = this.#client(project);
    this.#account = new this.sdk.Account(this.client);
  }

  /** The encoded session that the SDK stored in `localStorage`. */
  get secret() {
    return JSON.parse(this.browser.window.localStorage.getItem('cookieFallback')).a_session_demo;
  }

  signUp({ userId, email, password, name }) {
    return this.call('create', { userId, email, password, name });
  }

  signIn({ email, password }) {
    return this.call(this.#generation.signIn, { email, password });
  }

  get() {
    return this.call('get');
  }

  updateName(name) {
    return this.call('updateName', { name });
  }

  getPrefs() {
    return this.call('getPrefs');
  }

  updatePrefs(prefs) {
    return this.call('updatePrefs', { prefs });
  }

  updateStatus() {
    return this.call('updateStatus');
  }

  listSessions() {
    return this.call('listSessions');
  }

  getSession(sessionId) {
    return this.call('getSession', { sessionId });
  }

  deleteSession(sessionId) {
    return this.call('deleteSession', { sessionId });
  }

  deleteSessions() {
    return this.call('deleteSessions');
  }

  /** @param choose given the generation's `Query` class, returns the queries */
  listLogs(choose = () => []) {
    return this.call('listLogs', { queries: choose(this.sdk.Query) });
  }

  #client(project) {
    const endpoint = new URL('/v1', process.env.GATEHOUSE_URL);
    endpoint.hostname = 'localhost';
    return new this.sdk.Client().setEndpoint(endpoint.href).setProject(project);
  }

  /** @returns whether this generation has the method */
  supports(method) {
    return method in this.#account;
  }

  /**
   * @param method the name in this generation
   * @param parameters by name, in the order this generation takes them
   * @returns a copy of the result, because `deepEqual` compares prototypes, which differ between windows
   */
  async call(method, parameters) {
    const result = await this.#account[method](...(parameters ? this.#generation.shape(parameters) : []));
    return JSON.parse(JSON.stringify(result));
  }
}
