/** The cookies an answer sets, by name, each with its value as sent and its attributes by lower-case name. */
export function setCookies(answer) {
  const parsed = (answer.headerLines['set-cookie'] ?? []).map(parseSetCookie);
  return Object.fromEntries(parsed.map((cookie) => [cookie.name, cookie]));
}

export function parseSetCookie(line) {
  const [pair, ...attributes] = line.split(';').map((part) => split(part.trim()));
  const [name, value] = pair;
  return { name, value, attributes: Object.fromEntries(attributes.map(([key, text]) => [key.toLowerCase(), text])) };
}

/** Of an answer that opened a session: the cookies' values, ready to be sent back. */
export function sessionCookies(answer) {
  return Object.fromEntries(Object.values(setCookies(answer)).map(({ name, value }) => [name, value]));
}

export function cookieHeader(cookies) {
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** The encoded session as it travels in headers: not URL-encoded. */
export function encodedSession(cookies, project = 'demo') {
  return decodeURIComponent(cookies[`a_session_${project}`]);
}

function split(text) {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
