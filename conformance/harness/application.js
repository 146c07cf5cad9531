import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds. */
const TIMEOUT = { start: 120_000, stop: 30_000 };

/** A process of the application. */
export class Application {
  #process;

  /** @param port the HTTP port; null if the process opens none */
  constructor(process, port = null) {
    this.#process = process;
    this.url = port && `http://127.0.0.1:${port}`;
  }

  /** Waits until the readiness check succeeds. Rejects if the process ends before, or when the time is over. */
  async awaitReady(timeout = TIMEOUT.start) {
    const deadline = Date.now() + timeout;
    while (!(await this.#isReady())) {
      if (this.#hasExited()) throw new Error('The application ended before it was ready.');
      if (Date.now() > deadline) throw new Error(`The application is not ready after ${timeout / 1000} s.`);
      await after(100);
    }
  }

  /** Sends SIGTERM, and SIGKILL if the process still runs after 30 seconds. */
  async stop() {
    const killTimer = setTimeout(() => this.#process.kill('SIGKILL'), TIMEOUT.stop);
    await this.#end('SIGTERM');
    clearTimeout(killTimer);
  }

  /** Ends the process without a shutdown. */
  async kill() {
    await this.#end('SIGKILL');
  }

  async #end(signal) {
    if (this.#hasExited()) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }

  #hasExited() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async #isReady() {
    try {
      const response = await fetch(`${this.url}/q/health/ready`);
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  }
}
