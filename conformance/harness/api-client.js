import assert from 'node:assert/strict';
import { KEYS } from './configuration.js';
import { cookieHeader, sessionCookies } from './cookies.js';
import { send } from './http.js';
import { randomIp, randomUser } from './test-data.js';

export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

/** An HTTP client of the API, with default headers and a random client address. */
export class ApiClient {
  #origin;
  #headers;

  constructor(headers = {}, origin = process.env.GATEHOUSE_URL) {
    assert.ok(origin, 'Start the suites with `npm test`, which also starts the application.');
    this.#origin = origin;
    this.#headers = { 'x-appwrite-project': 'demo', 'x-forwarded-for': randomIp(), 'user-agent': CHROME, ...headers };
  }

  /** @returns a copy of this client with additional headers; those set to `undefined` are not sent */
  with(headers) {
    return new ApiClient({ ...this.#headers, ...headers }, this.#origin);
  }

  /** @returns a copy of this client that sends its requests to another application */
  withOrigin(origin) {
    return new ApiClient(this.#headers, origin);
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

  /** @param body the content as text or bytes */
  send(method, path, body, headers) {
    const defined = Object.entries({ ...this.#headers, ...headers }).filter(([, value]) => value !== undefined);
    return send(this.#origin, method, `/v1${path}`, Object.fromEntries(defined), body);
  }

  /** @returns the user, with the account that the API created as `account` */
  async signUp(user = randomUser()) {
    const response = await this.post('/account', user);
    assert.equal(response.status, 201, response.text);
    return { ...user, account: response.json };
  }

  /** @returns this client with the new session's cookies, the cookies, and the session */
  async signIn({ email, password }) {
    return this.withSessionFrom(await this.post('/account/sessions/email', { email, password }));
  }

  /**
   * @param response to a request that created a session
   * @returns this client with the session's cookies, the cookies, and the session
   */
  withSessionFrom(response) {
    assert.equal(response.status, 201, response.text);
    const cookies = sessionCookies(response);
    return { client: this.with({ cookie: cookieHeader(cookies) }), cookies, session: response.json };
  }
}

/** @returns a client that authenticates with an API key */
export function server(headers, origin) {
  return new ApiClient({ 'x-appwrite-key': KEYS.demo, ...headers }, origin);
}

/** @returns a new user, a client without session (`guest`), a client with a session of the user, and that session */
export async function signedInUser(headers, origin) {
  const guest = new ApiClient(headers, origin);
  const user = await guest.signUp();
  return { user, guest, ...(await guest.signIn(user)) };
}
