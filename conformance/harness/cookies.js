/** @returns the cookies that a response sets, by name: the value as sent, and the attributes by lower-case name */
export function setCookies(response) {
  const parsed = (response.headerLines['set-cookie'] ?? []).map(parseSetCookie);
  return Object.fromEntries(parsed.map((cookie) => [cookie.name, cookie]));
}

export function parseSetCookie(line) {
  const [pair, ...attributes] = line.split(';').map((part) => split(part.trim()));
  const [name, value] = pair;
  return { name, value, attributes: Object.fromEntries(attributes.map(([key, text]) => [key.toLowerCase(), text])) };
}

/** @returns the values of the cookies of a response that created a session, by name, as a client sends them back */
export function sessionCookies(response) {
  return Object.fromEntries(Object.values(setCookies(response)).map(({ name, value }) => [name, value]));
}

export function cookieHeader(cookies) {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** @returns the encoded session as it is sent in headers: not URL-encoded */
export function encodedSession(cookies, project = 'demo') {
  return decodeURIComponent(cookies[`a_session_${project}`]);
}

function split(text) {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
