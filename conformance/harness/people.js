import { randomBytes, randomInt } from 'node:crypto';

/** Somebody nobody has met before. */
export function stranger() {
  const userId = randomBytes(10).toString('hex');
  return { userId, email: `${userId}@example.net`, password: `the password of ${userId}` };
}

/** A number nobody has been called on. */
export function freshPhone() {
  return `+49171${randomInt(10_000_000, 100_000_000)}`;
}

/** An address nobody has called from, for rate limits are counted by address. */
export function freshIp() {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
