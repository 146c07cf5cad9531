import { setTimeout as pause } from 'node:timers/promises';
import { URI } from 'otpauth';

/** Milliseconds for which an app shows a code (RFC 6238). */
const STEP = 30_000;

/** An authenticator app, by people who have never heard of the service. */
export class AuthenticatorApp {
  #totp;

  /** @param uri as read from a QR code */
  constructor(uri) {
    this.#totp = URI.parse(uri);
  }

  /** Whose account it is, and with whom. */
  get label() {
    const { issuer, label } = this.#totp;
    return { issuer, label };
  }

  /** @param steps how many codes later than the present one; earlier if negative */
  code(steps = 0) {
    return this.#totp.generate({ timestamp: Date.now() + steps * STEP });
  }

  /** One that it shows neither now nor a while before or after. */
  wrongCode() {
    const shown = [-3, -2, -1, 0, 1, 2, 3].map((steps) => this.code(steps));
    return Array.from({ length: 8 }, (_, i) => `00000${i}`).find((code) => !shown.includes(code));
  }
}

/** Waits until the present code has just come: what is done now is done before the next one does. */
export async function earlyInAStep(millis = 15_000) {
  const left = STEP - (Date.now() % STEP);
  if (left < millis) await pause(left);
}
