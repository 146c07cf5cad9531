import { once } from 'node:events';
import { request } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

const PIECE = 64 * 1024;
const PATIENCE = 60_000;

/**
 * One request on a connection of its own. Nothing is added but `Host` and what frames the body: a text or bytes
 * travel with their length, what has to be iterated travels in chunks.
 */
export async function send(origin, method, path, headers, body) {
  const { hostname, port } = new URL(origin);
  const outgoing = request({
    hostname,
    port,
    method,
    path,
    headers: { ...headers, ...framing(body) },
    agent: false,
    signal: AbortSignal.timeout(PATIENCE),
  });
  outgoing.on('error', () => {});
  try {
    const [[incoming]] = await Promise.all([once(outgoing, 'response'), write(outgoing, pieces(body))]);
    return new Answer(incoming, Buffer.concat(await incoming.toArray()));
  } finally {
    outgoing.destroy();
  }
}

/** A server may answer, and hang up, before it has heard everything: so listen after each piece. */
async function write(outgoing, pieces) {
  let answered = false;
  outgoing.once('response', () => (answered = true));
  for (const piece of pieces) {
    await new Promise((flushed) => outgoing.write(piece, flushed));
    await nextTurn();
    if (answered) return;
  }
  outgoing.end();
}

function framing(body) {
  if (body === undefined) return {};
  return isWhole(body) ? { 'content-length': Buffer.byteLength(body) } : { 'transfer-encoding': 'chunked' };
}

function pieces(body = '') {
  if (!isWhole(body)) return body;
  const bytes = Buffer.from(body);
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, i) => bytes.subarray(i * PIECE, (i + 1) * PIECE));
}

function isWhole(body) {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

/** What came back. Header names are in lower case. */
class Answer {
  constructor(incoming, bytes) {
    this.status = incoming.statusCode;
    this.headers = incoming.headers;
    this.headerLines = incoming.headersDistinct;
    this.bytes = bytes;
  }

  get text() {
    return this.bytes.toString('utf8');
  }

  get json() {
    return JSON.parse(this.text);
  }
}
