import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds: far more than a delivery takes on a busy machine. */
const TIMEOUT = 20_000;

/**
 * Waits for a message.
 *
 * @param to the recipient: an e-mail address in lower case, or a phone number
 * @param count the position of the message among those to the recipient, from 1
 * @param receiver the URL of the message receiver
 * @param timeout milliseconds
 */
export function awaitMessage(to, count = 1, receiver = process.env.GATEHOUSE_MESSAGES, timeout = TIMEOUT) {
  return awaitNth({ to, count, receiver, timeout });
}

/** Waits for a message with a code. @returns the code; messages without a code do not count */
export async function awaitCode(to, count = 1, receiver = process.env.GATEHOUSE_MESSAGES) {
  return (await awaitNth({ to, count, receiver, timeout: TIMEOUT, matches: ({ code }) => code })).code;
}

async function awaitNth({ to, count, receiver, timeout, matches = () => true }) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const messages = (await messagesTo(to, receiver)).filter(matches);
    if (messages.length >= count) return messages[count - 1];
    if (Date.now() > deadline) throw new Error(`Expected ${count} messages to ${to}, received ${messages.length}.`);
    await after(20);
  }
}

/** @returns the messages to a recipient that have arrived so far, oldest first */
export async function messagesTo(to, receiver = process.env.GATEHOUSE_MESSAGES) {
  const response = await fetch(`${receiver}/messages?${new URLSearchParams({ to })}`);
  return response.json();
}

/** @returns the query parameters of a message's link, by name */
export function linkParameters({ link }) {
  return Object.fromEntries(new URL(link).searchParams);
}
