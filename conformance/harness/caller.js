import assert from 'node:assert/strict';
import { KEYS } from './configuration.js';
import { cookieHeader, sessionCookies } from './cookies.js';
import { send } from './http.js';
import { freshIp, stranger } from './people.js';

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

/** Somebody at the other end of the wire, with headers of their own that go with every request. */
export class Caller {
  #origin;
  #headers;

  constructor(headers = {}, origin = process.env.GATEHOUSE_URL) {
    assert.ok(origin, 'The suites are started by `npm test`, which starts the application for them.');
    this.#origin = origin;
    this.#headers = { 'x-appwrite-project': 'demo', 'x-forwarded-for': freshIp(), 'user-agent': CHROME, ...headers };
  }

  /** @returns the same caller with further headers; those set to `undefined` are no longer sent */
  with(headers) {
    return new Caller({ ...this.#headers, ...headers }, this.#origin);
  }

  /** @returns the same caller, turning to another application */
  at(origin) {
    return new Caller(this.#headers, origin);
  }

  get(path, headers) {
    return this.send('GET', path, undefined, headers);
  }

  post(path, body, headers) {
    return this.sendJson('POST', path, body, headers);
  }

  put(path, body, headers) {
    return this.sendJson('PUT', path, body, headers);
  }

  patch(path, body, headers) {
    return this.sendJson('PATCH', path, body, headers);
  }

  delete(path, headers) {
    return this.send('DELETE', path, undefined, headers);
  }

  sendJson(method, path, body, headers) {
    const json = typeof body === 'string' ? body : JSON.stringify(body ?? {});
    return this.send(method, path, json, { 'content-type': 'application/json', ...headers });
  }

  /** @param body text or bytes as they are to travel */
  send(method, path, body, headers) {
    const chosen = Object.entries({ ...this.#headers, ...headers }).filter(([, value]) => value !== undefined);
    return send(this.#origin, method, `/v1${path}`, Object.fromEntries(chosen), body);
  }

  async signUp(person = stranger()) {
    const answer = await this.post('/account', person);
    assert.equal(answer.status, 201, answer.text);
    return { ...person, account: answer.json };
  }

  async signIn({ email, password }) {
    return this.keeping(await this.post('/account/sessions/email', { email, password }));
  }

  /**
   * @param answer one that opened a session
   * @returns this caller with the session's cookies, and the session
   */
  keeping(answer) {
    assert.equal(answer.status, 201, answer.text);
    const cookies = sessionCookies(answer);
    return { caller: this.with({ cookie: cookieHeader(cookies) }), cookies, session: answer.json };
  }
}

/** The server of an app, which shows its API key. */
export function server(headers, origin) {
  return new Caller({ 'x-appwrite-key': KEYS.demo, ...headers }, origin);
}

/** Somebody who has just signed up and signed in. */
export async function member(headers, origin) {
  const guest = new Caller(headers, origin);
  const person = await guest.signUp();
  return { person, guest, ...(await guest.signIn(person)) };
}
