/** A durable PostgreSQL and the API as a program, both of which can be killed and started again; with one tenant. */
import { freePort } from '@wellpulse/embedded';
import {
  signIn,
  startTestPostgres,
  TEST_PASSWORD,
  type SignedInCaller,
  type TestPostgres,
} from '@wellpulse/testing';
import { databaseUrl } from '../../src/database/open-pool.ts';
import { buildPrograms, startApiProgram, startTool, type Running } from '../support/program.ts';
import { until } from '../support/until.ts';

export const TENANT = 'kills';
export const OPERATOR = 'operator@kills.example';
const MANAGER = 'manager@kills.example';

type Environment = Readonly<Record<string, string>>;

export class Servers {
  readonly apiUrl: string;
  readonly #environment: Environment;
  readonly #postgres: TestPostgres;
  #api: Running | null = null;
  #isDatabaseUp = true;

  private constructor(postgres: TestPostgres, environment: Environment, apiUrl: string) {
    this.#postgres = postgres;
    this.#environment = environment;
    this.apiUrl = apiUrl;
  }

  static async start(): Promise<Servers> {
    const [postgres, port, internalPort] = await Promise.all([
      startTestPostgres({ durable: true }),
      freePort(),
      freePort(),
      buildPrograms(),
    ]);
    const environment = {
      DATABASE_URL: databaseUrl(postgres.url, 'kills_catalog'),
      WELLPULSE_JWT_SECRET: 'a secret of the tests, long enough to sign with',
      WELLPULSE_LOG_LEVEL: 'silent',
      WELLPULSE_MIGRATE: '1',
      WELLPULSE_API_PORT: String(port),
      WELLPULSE_INTERNAL_PORT: String(internalPort),
      WELLPULSE_SYNC_BATCHES_PER_MINUTE: '100000',
    };
    const servers = new Servers(postgres, environment, `http://127.0.0.1:${port}`);
    // The API makes the catalog when it starts.
    await servers.repair();
    await servers.#tool('tenant', 'create', TENANT);
    const people = [
      [OPERATOR, 'OPERATOR'],
      [MANAGER, 'MANAGER'],
    ] as const;
    await Promise.all(
      people.map(([email, role]) =>
        servers.#tool('user', 'create', TENANT, email, '--name', role, '--role', role),
      ),
    );
    return servers;
  }

  manager(): Promise<SignedInCaller> {
    return signIn(this.apiUrl, { tenant: TENANT, email: MANAGER, password: TEST_PASSWORD });
  }

  async killApi(): Promise<void> {
    this.#api?.child.kill('SIGKILL');
    await this.#api?.ended;
    this.#api = null;
  }

  async killDatabase(): Promise<void> {
    this.#isDatabaseUp = false;
    await this.#postgres.kill();
  }

  /** Starts what was killed, and waits until the API is ready. */
  async repair(): Promise<void> {
    if (!this.#isDatabaseUp) await this.#postgres.restart();
    this.#isDatabaseUp = true;
    this.#api ??= startApiProgram(this.#environment);
    await until('the API is ready', () =>
      fetch(`http://127.0.0.1:${this.#environment['WELLPULSE_INTERNAL_PORT'] ?? ''}/ready`).then(
        ({ ok }) => ok || null,
        () => null,
      ),
    );
  }

  /** What `wellpulse audit verify` says; throws if it found a fault. */
  verifyLog(): Promise<string> {
    return this.#tool('audit', 'verify', TENANT);
  }

  async remove(): Promise<void> {
    await this.killApi();
    await this.#postgres.remove();
  }

  async #tool(...args: string[]): Promise<string> {
    const environment = { ...this.#environment, WELLPULSE_PASSWORD: TEST_PASSWORD };
    const { code, output, errors } = await startTool(args, environment).ended;
    if (code !== 0) throw new Error(`wellpulse ${args.join(' ')} failed: ${output}${errors}`);
    return output;
  }
}
