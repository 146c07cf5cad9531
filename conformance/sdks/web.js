import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { Browser } from '../harness/browser.js';
import { NAMED, POSITIONAL } from './arguments.js';

/** The generations of the web SDK in the field. What differs between them, as far as a caller sees it. */
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
 * The script its package offers to pages without a bundler. That of generation 27 asks for a dependency with
 * `require`, which only a bundler answers: so do we.
 */
function published(generation) {
  const entry = createRequire(import.meta.url).resolve(`appwrite-${generation}`);
  const filename = join(dirname(entry), '../iife/sdk.js');
  return { script: new Script(readFileSync(filename, 'utf8'), { filename }), require: createRequire(entry) };
}

/** One page in a browser of its own, and on it the SDK of a generation. */
export class Page {
  #generation;
  #account;

  constructor(generation, { project = 'demo', ...habits } = {}) {
    this.browser = new Browser(habits);
    this.browser.window.require = generation.require;
    this.browser.load(generation.script);
    this.sdk = this.browser.window.Appwrite;
    this.#generation = generation;
    this.client = this.#client(project);
    this.#account = new this.sdk.Account(this.client);
  }

  /** The encoded session, where the SDK was allowed to keep it. */
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

  /** @param choose what the generation's own Query helpers are asked for */
  listLogs(choose = () => []) {
    return this.call('listLogs', { queries: choose(this.sdk.Query) });
  }

  #client(project) {
    const endpoint = new URL('/v1', process.env.GATEHOUSE_URL);
    endpoint.hostname = 'localhost';
    return new this.sdk.Client().setEndpoint(endpoint.href).setProject(project);
  }

  /** @returns whether this generation has the method */
  can(method) {
    return method in this.#account;
  }

  /**
   * @param method as this generation calls it
   * @param parameters by name, in the order this generation takes them
   * @returns the answer, copied, for objects of another window compare equal to none of ours
   */
  async call(method, parameters) {
    const answer = await this.#account[method](...(parameters ? this.#generation.shape(parameters) : []));
    return JSON.parse(JSON.stringify(answer));
  }
}
