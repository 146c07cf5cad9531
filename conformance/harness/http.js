import { once } from 'node:events';
import { request } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The body is written in chunks of this size. */
const CHUNK_BYTES = 64 * 1024;
/** Milliseconds for one request. */
const TIMEOUT = 60_000;

/**
 * Sends one request on a connection of its own, with no headers but the given ones, `Host`, and the one that frames the
 * body: `Content-Length` for text and bytes, `Transfer-Encoding: chunked` for iterables.
 */
export async function send(origin, method, path, headers, body) {
  const { hostname, port } = new URL(origin);
  const outgoing = request({
    hostname,
    port,
    method,
    path,
    headers: { ...headers, ...framingHeaders(body) },
    agent: false,
    signal: AbortSignal.timeout(TIMEOUT),
  });
  outgoing.on('error', () => {});
  try {
    const [[incoming]] = await Promise.all([once(outgoing, 'response'), write(outgoing, chunks(body))]);
    return new HttpResponse(incoming, Buffer.concat(await incoming.toArray()));
  } finally {
    outgoing.destroy();
  }
}

/** Stops writing when the response arrives: a server may respond and close before it has read the whole body. */
async function write(outgoing, chunks) {
  let answered = false;
  outgoing.once('response', () => (answered = true));
  for (const chunk of chunks) {
    await new Promise((flushed) => outgoing.write(chunk, flushed));
    await nextTurn();
    if (answered) return;
  }
  outgoing.end();
}

function framingHeaders(body) {
  if (body === undefined) return {};
  return hasKnownLength(body) ? { 'content-length': Buffer.byteLength(body) } : { 'transfer-encoding': 'chunked' };
}

function chunks(body = '') {
  if (!hasKnownLength(body)) return body;
  const bytes = Buffer.from(body);
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, i) =>
    bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
  );
}

function hasKnownLength(body) {
  return typeof body === 'string' || Buffer.isBuffer(body);
}

/** A response. Header names are in lower case. */
class HttpResponse {
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
