import { createContext } from 'node:vm';
import { CHROME } from './caller.js';
import { parseSetCookie } from './cookies.js';
import { freshIp } from './people.js';

/** Response headers a page may read without being told (Fetch standard, "CORS-safelisted response-header name"). */
const SAFELISTED = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'pragma'];

/** Request headers that need no preflight, as far as SDKs send them. */
const SIMPLE = ['accept', 'accept-language', 'content-language'];

/**
 * As much of a browser as an SDK can tell: a window with one page, whose `fetch` keeps cookies, asks for permission
 * first, and withholds what the server does not expose to the page's origin.
 */
export class Browser {
  #origin;
  #proxy;
  #cookies;

  /**
   * @param origin of the page; without one it is not a browser but a native web view, and nothing is withheld
   * @param storage whether pages may use `localStorage`
   * @param cookies whether cookies are kept
   * @param https whether a proxy that ends TLS stands in front of the service
   */
  constructor({ origin = 'http://localhost:3000', storage = true, cookies = true, https = false } = {}) {
    this.#origin = origin;
    this.#cookies = cookies ? new Map() : undefined;
    this.#proxy = { 'x-forwarded-for': freshIp(), ...(https && { 'x-forwarded-proto': 'https' }) };
    this.window = createContext(this.#globals(storage));
    this.window.window = this.window;
  }

  /** Lets the page run a script, a `vm.Script`. */
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
    const sent = { ...headers, ...this.#added(credentials), ...this.#proxy };
    const response = await fetch(url, { method, body, headers: sent });
    const permission = this.#permission(response);
    this.#keepCookies(response, url);
    const text = await response.text();
    return new Response(text || null, { status: response.status, headers: readable(response.headers, permission) });
  }

  #added(credentials) {
    const cookie = credentials === 'include' ? [...(this.#cookies ?? [])].map((pair) => pair.join('=')).join('; ') : '';
    return {
      'user-agent': CHROME,
      ...(this.#origin && { origin: this.#origin }),
      ...(cookie && { cookie }),
    };
  }

  async #preflight(url, method, headers) {
    if (!this.#origin) return;
    const asked = Object.keys(headers)
      .map((name) => name.toLowerCase())
      .filter((name) => !SIMPLE.includes(name));
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: this.#origin,
        'access-control-request-method': method,
        'access-control-request-headers': asked.sort().join(','),
      },
    });
    this.#permission(response);
    const granted = ['methods', 'headers'].flatMap((kind) => list(response.headers, `access-control-allow-${kind}`));
    const refused = [method.toLowerCase(), ...asked].filter((name) => !granted.includes(name));
    if (!response.ok || refused.length > 0) throw new TypeError(`Failed to fetch: preflight refuses ${refused}`);
  }

  /** @returns the names of further headers the page may read, or undefined for all */
  #permission({ headers }) {
    if (!this.#origin) return undefined;
    const permitted =
      headers.get('access-control-allow-origin') === this.#origin &&
      headers.get('access-control-allow-credentials') === 'true';
    if (!permitted) throw new TypeError(`Failed to fetch: ${this.#origin} has no permission`);
    return list(headers, 'access-control-expose-headers');
  }

  /** `SameSite=None` is kept only if it is also `Secure`, and `Secure` only if it came by https. */
  #keepCookies({ headers }, { hostname }) {
    const https = this.#proxy['x-forwarded-proto'] === 'https';
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
