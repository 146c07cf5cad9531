import { setTimeout as pause } from 'node:timers/promises';
import { URI } from 'otpauth';

/** Milliseconds of one time step (RFC 6238). */
const TIME_STEP = 30_000;

/** An authenticator app: the independent TOTP implementation `otpauth`. */
export class AuthenticatorApp {
  #totp;

  /** @param uri of the scheme `otpauth:`, as encoded in a QR code */
  constructor(uri) {
    this.#totp = URI.parse(uri);
  }

  /** The issuer and the account that the app displays. */
  get label() {
    const { issuer, label } = this.#totp;
    return { issuer, label };
  }

  /** @param steps offset from the current time step; negative for earlier codes */
  code(steps = 0) {
    return this.#totp.generate({ timestamp: Date.now() + steps * TIME_STEP });
  }

  /** @returns a code that is not valid within three time steps of the current one */
  wrongCode() {
    const valid = [-3, -2, -1, 0, 1, 2, 3].map((steps) => this.code(steps));
    return Array.from({ length: 8 }, (_, i) => `00000${i}`).find((code) => !valid.includes(code));
  }
}

/**
 * Waits, if necessary, until the current time step lasts long enough for a test to finish within it.
 *
 * @param millis how much of the time step has to be left
 */
export async function awaitEarlyInTimeStep(millis = 15_000) {
  const left = TIME_STEP - (Date.now() % TIME_STEP);
  if (left < millis) await pause(left);
}
