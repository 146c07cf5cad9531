import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Application } from './application.js';
import { PROPERTIES } from './configuration.js';

const JAR =
  process.env.GATEHOUSE_JAR ??
  fileURLToPath(new URL('../../bootstrap/target/quarkus-app/quarkus-run.jar', import.meta.url));
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

// Death by signal would skip what is to be done on exit.
['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => process.exit(1)));

/** A data folder, the configuration beside it, and whatever is started on them. */
class Installation {
  #home = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  #data = join(this.#home, 'data');
  #configuration = join(this.#home, 'application.properties');
  #log = join(this.#home, 'application.log');
  #processes = [];

  constructor(configuration) {
    mkdirSync(this.#data);
    writeFileSync(this.#configuration, configuration);
  }

  /**
   * @param properties on top of the configuration, by name
   * @returns the application, once it says it is ready
   */
  async start(properties = {}) {
    const port = await freePort();
    const application = new Application(this.#launch([], { 'quarkus.http.port': port, ...properties }), port);
    await application.ready();
    return application;
  }

  /** Starts another one beside those that run, on the database of the first. */
  join(properties = {}) {
    return this.start({ ...this.#database(), ...properties });
  }

  /** Starts one that only sends what the others pass on. It opens no port, so there is nothing to wait for. */
  joinAsWorker(properties) {
    return new Application(this.#launch([], { ...this.#database(), 'gatehouse.role': 'worker', ...properties }));
  }

  /** @returns the exit code of a command such as `replay-check` */
  async run(...command) {
    const [code] = await once(this.#launch(command), 'exit');
    return code;
  }

  log() {
    return readFileSync(this.#log, 'utf8');
  }

  /** Ends what still runs here, and forgets everything. A killed application leaves its PostgreSQL behind. */
  remove() {
    this.#processes.forEach((process) => process.kill('SIGKILL'));
    this.#databases().forEach(({ pid }) => end(pid));
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #launch(command, properties = {}) {
    const log = openSync(this.#log, 'a');
    const settings = Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
    const launched = spawn(JAVA, [...settings, '-jar', resolve(JAR), ...command], {
      cwd: this.#home,
      env: { ...neutralEnvironment(), ...this.#environment() },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#processes.push(launched);
    return launched;
  }

  #environment() {
    return { GATEHOUSE_DATA: this.#data, QUARKUS_CONFIG_LOCATIONS: this.#configuration };
  }

  #database() {
    const [{ port }] = this.#databases();
    return {
      'quarkus.datasource.jdbc.url': `jdbc:postgresql://127.0.0.1:${port}/postgres`,
      'quarkus.datasource.username': 'postgres',
      'quarkus.datasource.password': 'trusted',
    };
  }

  /** The first lines of `postmaster.pid` are its pid, its folder, when it was started, and its port. */
  #databases() {
    return readdirSync(this.#data, { recursive: true })
      .filter((file) => file.endsWith('postmaster.pid'))
      .map((file) => join(this.#data, file))
      .map((file) => [dirname(file), ...readFileSync(file, 'utf8').split('\n')])
      .filter(([folder, , claimed]) => folder === claimed)
      .map(([, pid, , , port]) => ({ pid: Number(pid), port: Number(port) }));
  }
}

/**
 * Lends an installation to the work. Nothing of it is left afterwards, and its log is shown if the work fails.
 *
 * @param configuration in the format of Java properties
 */
export async function withInstallation(work, configuration = PROPERTIES) {
  const installation = new Installation(configuration);
  const remove = () => installation.remove();
  process.once('exit', remove);
  try {
    return await work(installation);
  } catch (failure) {
    process.stderr.write(installation.log());
    throw failure;
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/**
 * The same for all tests of a suite: lent before the first of them begins, and given back after the last.
 *
 * @param prepare what is to be there when they begin
 * @returns what was prepared, once they have
 */
export function lentToSuite(prepare, configuration) {
  const prepared = {};
  const { promise: finished, resolve: finish } = later();
  let lent;
  before(() => {
    const { promise: ready, resolve: begin } = later();
    lent = withInstallation(async (installation) => {
      begin(Object.assign(prepared, await prepare(installation)));
      await finished;
    }, configuration);
    return Promise.race([ready, lent]);
  });
  after(() => {
    finish();
    return lent;
  });
  return prepared;
}

function later() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

/** What a developer has set for an application of their own does not reach ours. */
function neutralEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GATEHOUSE|QUARKUS|KAFKA)_/.test(name)));
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** SIGQUIT is PostgreSQL's immediate shutdown: its workers go with it. */
function end(pid) {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (alreadyGone) {
    if (alreadyGone.code !== 'ESRCH') throw alreadyGone;
  }
}
