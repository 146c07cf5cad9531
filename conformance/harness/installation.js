import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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

  constructor() {
    mkdirSync(this.#data);
    writeFileSync(this.#configuration, PROPERTIES);
  }

  /** @returns the application, once it says it is ready */
  async start() {
    const port = await freePort();
    const application = new Application(this.#launch([], { QUARKUS_HTTP_PORT: port }), port);
    await application.ready();
    return application;
  }

  /** @returns the exit code of a command such as `replay-check` */
  async run(...command) {
    const [code] = await once(this.#launch(command, {}), 'exit');
    return code;
  }

  log() {
    return readFileSync(this.#log, 'utf8');
  }

  /** Ends what still runs here, and forgets everything. */
  remove() {
    this.#processes.forEach((process) => process.kill('SIGKILL'));
    this.#orphanedDatabases().forEach((pid) => end(pid));
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #launch(command, environment) {
    const log = openSync(this.#log, 'a');
    const launched = spawn(JAVA, ['-jar', resolve(JAR), ...command], {
      cwd: this.#home,
      env: { ...neutralEnvironment(), ...environment, ...this.#environment() },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#processes.push(launched);
    return launched;
  }

  #environment() {
    return { GATEHOUSE_DATA: this.#data, QUARKUS_CONFIG_LOCATIONS: this.#configuration };
  }

  /** A killed application leaves its PostgreSQL behind. The first lines of `postmaster.pid` are its pid and folder. */
  #orphanedDatabases() {
    return readdirSync(this.#data, { recursive: true })
      .filter((file) => file.endsWith('postmaster.pid'))
      .map((file) => join(this.#data, file))
      .map((file) => [dirname(file), ...readFileSync(file, 'utf8').split('\n')])
      .filter(([folder, , claimed]) => folder === claimed)
      .map(([, pid]) => Number(pid));
  }
}

/**
 * Lends an installation to the work. Nothing of it is left afterwards, and its log is shown if the work fails.
 */
export async function withInstallation(work) {
  const installation = new Installation();
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
