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
/** The agent that records reflective access, and the folder for its records; without this variable, nothing is recorded. */
const RECORDER = process.env.GATEHOUSE_RECORDER ? [`-javaagent:${process.env.GATEHOUSE_RECORDER}`] : [];
const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

// A process that a signal ends does not emit `exit`, whose listeners remove the installations.
['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => process.exit(1)));

/** No test may depend on how fast the machine is. */
const PATIENT = { 'gatehouse.longest-wait': '1H' };

/** Milliseconds for a start in a JVM that only interprets. */
const SLOW_START = 600_000;

/** A data folder, a configuration file, and the processes that use them. */
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
   * Starts the application.
   *
   * @param properties by name, which override the configuration
   * @returns the application when it is ready
   */
  async start(properties = {}) {
    const port = await freePort();
    const application = new Application(this.#launch([], { 'quarkus.http.port': port, ...properties }), port);
    await application.awaitReady();
    return application;
  }

  /**
   * Starts the application on a machine that is slower than this one.
   *
   * @param command what limits the processor, before the name of the JVM
   */
  async startSlowly({ command, jvmOptions }) {
    const port = await freePort();
    const slow = this.#launch([], { 'quarkus.http.port': port }, undefined, { command, jvmOptions });
    const application = new Application(slow, port);
    await application.awaitReady(SLOW_START);
    return application;
  }

  /** Starts a further node, which uses the database of the first. */
  startNode(properties = {}) {
    return this.start({ ...this.#database(), ...properties });
  }

  /** Starts a node that only delivers queued messages. It opens no port, so its readiness cannot be awaited. */
  startWorker(properties) {
    return new Application(this.#launch([], { ...this.#database(), 'gatehouse.role': 'worker', ...properties }));
  }

  /** Runs a command such as `replay-check`. @returns its exit code */
  async runCommand(...command) {
    const [code] = await once(this.#launch(command), 'exit');
    return code;
  }

  /**
   * Starts the application, which is expected to refuse to start.
   *
   * @returns its exit code and what it printed
   */
  async failToStart(properties = {}) {
    const [out, err] = ['refused.out', 'refused.err'].map((name) => join(this.#home, name));
    const streams = [out, err].map((file) => openSync(file, 'w'));
    const launched = this.#launch([], { 'quarkus.http.port': await freePort(), ...properties }, streams);
    const [code] = await once(launched, 'exit');
    streams.forEach(closeSync);
    return { code, out: readFileSync(out, 'utf8'), err: readFileSync(err, 'utf8') };
  }

  /** @returns the path of a new file or folder of this installation */
  path(name) {
    return join(this.#home, name);
  }

  log() {
    return readFileSync(this.#log, 'utf8');
  }

  /** Ends all processes and deletes all files. A killed application leaves its PostgreSQL server running. */
  remove() {
    this.#processes.forEach((process) => process.kill('SIGKILL'));
    this.#databases().forEach(({ pid }) => stopDatabase(pid));
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  #launch(command, properties = {}, streams, { command: limits = [], jvmOptions = [] } = {}) {
    const log = openSync(this.#log, 'a');
    const settings = Object.entries({ ...PATIENT, ...properties }).map(([name, value]) => `-D${name}=${value}`);
    const [program, ...parameters] = [...limits, JAVA, ...RECORDER, ...jvmOptions, ...settings, '-jar', resolve(JAR), ...command];
    const launched = spawn(program, parameters, {
      cwd: this.#home,
      env: { ...neutralEnvironment(), ...this.#environment() },
      stdio: ['ignore', ...(streams ?? [log, log])],
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

  /** Reads `postmaster.pid`: its first lines are the process ID, the data folder, the start time, and the port. */
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
 * Runs work with a new installation, and removes the installation afterwards. Prints its log if the work fails.
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
 * Sets up an installation before the tests of a suite, and removes it after them.
 *
 * @param setUp given the installation, starts what the tests need; resolves to an object with it
 * @returns an object that gets the properties of that object before the first test starts
 */
export function suiteFixture(setUp, configuration) {
  const fixture = {};
  const { promise: finished, resolve: finish } = deferred();
  let removed;
  before(() => {
    const { promise: ready, resolve: setReady } = deferred();
    removed = withInstallation(async (installation) => {
      setReady(Object.assign(fixture, await setUp(installation)));
      await finished;
    }, configuration);
    return Promise.race([ready, removed]);
  });
  after(() => {
    finish();
    return removed;
  });
  return fixture;
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

/** @returns the environment without variables that configure the application */
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

/** Sends SIGQUIT, which is PostgreSQL's immediate shutdown and also ends its worker processes. */
function stopDatabase(pid) {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (alreadyGone) {
    if (alreadyGone.code !== 'ESRCH') throw alreadyGone;
  }
}
