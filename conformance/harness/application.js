import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

const PATIENCE = { start: 120_000, stop: 30_000 };

/** A running application. */
export class Application {
  #process;

  /** @param port null if it opens none */
  constructor(process, port = null) {
    this.#process = process;
    this.url = port && `http://127.0.0.1:${port}`;
  }

  async ready() {
    const deadline = Date.now() + PATIENCE.start;
    while (!(await this.#saysReady())) {
      if (this.#hasEnded()) throw new Error('The application ended before it was ready.');
      if (Date.now() > deadline) throw new Error('The application is not ready after two minutes.');
      await after(100);
    }
  }

  /** Asks politely, and insists after half a minute. */
  async stop() {
    const insistence = setTimeout(() => this.#process.kill('SIGKILL'), PATIENCE.stop);
    await this.#end('SIGTERM');
    clearTimeout(insistence);
  }

  /** Pulls the plug. */
  async kill() {
    await this.#end('SIGKILL');
  }

  async #end(signal) {
    if (this.#hasEnded()) return;
    this.#process.kill(signal);
    await once(this.#process, 'exit');
  }

  #hasEnded() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  async #saysReady() {
    try {
      const answer = await fetch(`${this.url}/q/health/ready`);
      await answer.arrayBuffer();
      return answer.status === 200;
    } catch {
      return false;
    }
  }
}
