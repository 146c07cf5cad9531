import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds: far more than a message takes on a busy machine. */
const PATIENCE = 20_000;

/**
 * Waits for what is written to somebody.
 *
 * @param to an address in lower case, or a number
 * @param count how many letters there have to be
 * @param office the post office's URL
 * @param patience milliseconds
 * @returns the last of them
 */
export function letterTo(to, count = 1, office = process.env.GATEHOUSE_POST, patience = PATIENCE) {
  return awaited({ to, count, office, patience });
}

/** @returns the code in the last of them, where those without a code are not counted */
export async function codeTo(to, count = 1, office = process.env.GATEHOUSE_POST) {
  return (await awaited({ to, count, office, patience: PATIENCE, counts: ({ code }) => code })).code;
}

async function awaited({ to, count, office, patience, counts = () => true }) {
  const deadline = Date.now() + patience;
  for (;;) {
    const letters = (await lettersTo(to, office)).filter(counts);
    if (letters.length >= count) return letters[count - 1];
    if (Date.now() > deadline) throw new Error(`Of ${count} letters to ${to} ${letters.length} came.`);
    await after(20);
  }
}

/** @returns what has come for somebody so far, oldest first */
export async function lettersTo(to, office = process.env.GATEHOUSE_POST) {
  const answer = await fetch(`${office}/letters?${new URLSearchParams({ to })}`);
  return answer.json();
}

/** @returns the parameters of a letter's link, by name */
export function linked({ link }) {
  return Object.fromEntries(new URL(link).searchParams);
}
