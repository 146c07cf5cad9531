import { createContext } from 'node:vm';
import { CHROME } from './api-client.js';
import { parseSetCookie } from './cookies.js';
import { randomIp } from './test-data.js';

/** Response headers that a page may always read (Fetch standard, "CORS-safelisted response-header name"). */
const SAFELISTED = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'pragma'];

/** Request headers that need no preflight, of those that SDKs send. */
const SIMPLE = ['accept', 'accept-language', 'content-language'];

/**
 * The part of a browser that an SDK uses: a window with one page, whose `fetch` stores cookies, sends preflights, and
 * hides response headers that the server does not expose to the page's origin.
 */
export class Browser {
  #origin;
  #proxyHeaders;
  #cookies;

  /**
   * @param origin of the page; null simulates a native web view, to which CORS does not apply
   * @param storage whether pages may use `localStorage`
   * @param cookies whether cookies are stored
   * @param https whether to simulate a proxy that terminates TLS in front of the service
   */
  constructor({ origin = 'http://localhost:3000', storage = true, cookies = true, https = false } = {}) {
    this.#origin = origin;
    this.#cookies = cookies ? new Map() : undefined;
    this.#proxyHeaders = { 'x-forwarded-for': randomIp(), ...(https && { 'x-forwarded-proto': 'https' }) };
    this.window = createContext(this.#globals(storage));
    this.window.window = this.window;
  }

  /** Runs a `vm.Script` in the page. */
  load(script) {
    script.runInContext(this.window);
  }

  #globals(storage) {
    return {
      console: { ...console, warn: () => {} },
      fetch: (url, options) => this.#fetch(new URL(url), options),
      localStorage: storage ? new Storage() : undefined,
      location: this.#origin && new URL(this.#origin),
      File,
      FormData,
      URL,
    };
  }

  async #fetch(url, { method, headers, body, credentials }) {
    await this.#preflight(url, method, headers);
    const sent = { ...headers, ...this.#browserHeaders(credentials), ...this.#proxyHeaders };
    const response = await fetch(url, { method, body, headers: sent });
    const exposed = this.#exposedHeaders(response);
    this.#storeCookies(response, url);
    const text = await response.text();
    return new Response(text || null, { status: response.status, headers: readable(response.headers, exposed) });
  }

  #browserHeaders(credentials) {
    const cookie = credentials === 'include' ? [...(this.#cookies ?? [])].map((pair) => pair.join('=')).join('; ') : '';
    return {
      'user-agent': CHROME,
      ...(this.#origin && { origin: this.#origin }),
      ...(cookie && { cookie }),
    };
  }

  async #preflight(url, method, headers) {
    if (!this.#origin) return;
    const requested = Object.keys(headers)
      .map((name) => name.toLowerCase())
      .filter((name) => !SIMPLE.includes(name));
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: this.#origin,
        'access-control-request-method': method,
        'access-control-request-headers': requested.sort().join(','),
      },
    });
    this.#exposedHeaders(response);
    const allowed = ['methods', 'headers'].flatMap((kind) => list(response.headers, `access-control-allow-${kind}`));
    const refused = [method.toLowerCase(), ...requested].filter((name) => !allowed.includes(name));
    if (!response.ok || refused.length > 0)
      throw new TypeError(`Failed to fetch: the preflight response does not allow ${refused}`);
  }

  /**
   * @returns the names of the response headers that the server exposes to the page; undefined if CORS does not apply
   * @throws TypeError if the page's origin may not read the response
   */
  #exposedHeaders({ headers }) {
    if (!this.#origin) return undefined;
    const allowed =
      headers.get('access-control-allow-origin') === this.#origin &&
      headers.get('access-control-allow-credentials') === 'true';
    if (!allowed) throw new TypeError(`Failed to fetch: the origin ${this.#origin} is not allowed`);
    return list(headers, 'access-control-expose-headers');
  }

  /** Stores `SameSite=None` cookies only if they are `Secure`, and `Secure` cookies only if they came over https. */
  #storeCookies({ headers }, { hostname }) {
    const https = this.#proxyHeaders['x-forwarded-proto'] === 'https';
    for (const { name, value, attributes } of headers.getSetCookie().map(parseSetCookie)) {
      const secure = 'secure' in attributes;
      const accepted = secure ? https : attributes.samesite !== 'None';
      if (!accepted || (attributes.domain && !`.${hostname}`.endsWith(attributes.domain))) continue;
      if (Date.parse(attributes.expires) < Date.now()) this.#cookies?.delete(name);
      else this.#cookies?.set(name, value);
    }
  }
}

class Storage {
  #items = new Map();

  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  setItem(key, value) {
    this.#items.set(key, String(value));
  }
}

function list(headers, name) {
  return (headers.get(name) ?? '').split(',').map((entry) => entry.trim().toLowerCase());
}

function readable(headers, exposed) {
  return [...headers].filter(([name]) => exposed === undefined || [...SAFELISTED, ...exposed].includes(name));
}
