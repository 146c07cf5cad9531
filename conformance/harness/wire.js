import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

const PIECE = 16 * 1024;

/**
 * Sends a text as it is, piece by piece, until it is answered.
 *
 * @returns the status of the answer
 */
export async function statusOf(origin, text) {
  const { hostname, port } = new URL(origin);
  const socket = connect(port, hostname).setEncoding('latin1');
  const [answer] = await Promise.all([answerOf(socket), write(socket, text)]);
  return Number(/^HTTP\/1\.[01] (\d{3}) /.exec(answer)[1]);
}

async function write(socket, text) {
  for (let at = 0; at < text.length && !socket.closed && socket.bytesRead === 0; at += PIECE) {
    await new Promise((flushed) => socket.write(text.slice(at, at + PIECE), 'latin1', flushed));
    await nextTurn();
  }
}

/** What is read until the connection ends, however it ends. Rejects if that is nothing. */
function answerOf(socket) {
  return new Promise((resolve, reject) => {
    let answer = '';
    let failure = new Error('The connection ended without an answer.');
    socket.on('data', (data) => (answer += data));
    socket.on('error', (error) => (failure = error));
    socket.on('close', () => (answer ? resolve(answer) : reject(failure)));
  });
}

/** Who is hung up on in mid-sentence may miss the answer, and asks again. */
export async function insisting(request, attempts = 20) {
  try {
    return await request();
  } catch (failure) {
    if (attempts === 1 || !['ECONNRESET', 'EPIPE'].includes(failure.code)) throw failure;
    return insisting(request, attempts - 1);
  }
}
