import { randomBytes, randomInt } from 'node:crypto';

/** @returns ID, e-mail address and password of a user who does not exist yet */
export function randomUser() {
  const userId = randomBytes(10).toString('hex');
  return { userId, email: `${userId}@example.net`, password: `the password of ${userId}` };
}

/** @returns an unused phone number */
export function randomPhone() {
  return `+49171${randomInt(10_000_000, 100_000_000)}`;
}

/** @returns an unused client address, because rate limits count requests by address */
export function randomIp() {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
