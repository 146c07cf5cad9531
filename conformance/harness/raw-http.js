import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

const CHUNK_BYTES = 16 * 1024;

/**
 * Sends a text as it is, in chunks, until the response begins.
 *
 * @returns the status of the response
 */
export async function statusOfRawRequest(origin, text) {
  const { hostname, port } = new URL(origin);
  const socket = connect(port, hostname).setEncoding('latin1');
  const [response] = await Promise.all([responseOf(socket), write(socket, text)]);
  return Number(/^HTTP\/1\.[01] (\d{3}) /.exec(response)[1]);
}

async function write(socket, text) {
  for (let at = 0; at < text.length && !socket.closed && socket.bytesRead === 0; at += CHUNK_BYTES) {
    await new Promise((flushed) => socket.write(text.slice(at, at + CHUNK_BYTES), 'latin1', flushed));
    await nextTurn();
  }
}

/** Reads until the connection is closed or fails. Rejects if nothing was read. */
function responseOf(socket) {
  return new Promise((resolve, reject) => {
    let response = '';
    let failure = new Error('The connection ended without a response.');
    socket.on('data', (data) => (response += data));
    socket.on('error', (error) => (failure = error));
    socket.on('close', () => (response ? resolve(response) : reject(failure)));
  });
}

/** Repeats a request whose connection the server closed while it was sent, because the response may then be lost. */
export async function retryOnReset(request, attempts = 20) {
  try {
    return await request();
  } catch (failure) {
    if (attempts === 1 || !['ECONNRESET', 'EPIPE'].includes(failure.code)) throw failure;
    return retryOnReset(request, attempts - 1);
  }
}
