/**
 * Notices that the server's clock was ahead, by a log whose newest time lies ahead of it. Nothing hangs on that: what is judged is judged by
 * the real time. But the server's operator has to know.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Catalog } from '../catalog/catalog.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { LOGGER } from '../config/logger.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { readHead } from './event-log.ts';

export type ClockState = 'RIGHT' | 'BEHIND_THE_LOG';

/** Two servers differ by less. */
const TOLERANCE_MS = 60_000;

@Injectable()
export class ClockWatch implements OnModuleDestroy {
  /** The newest time of any log that was seen, in milliseconds since 1970. */
  #newest = 0;
  #told = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The clock may have been put right before this start. */
  start(): void {
    this.#running = this.look().catch((error: unknown) => {
      this.logger.error({ err: error }, 'the logs could not be asked for their times');
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.#running;
  }

  /** Looks at the logs of all tenants. */
  async look(): Promise<void> {
    for (const tenant of await this.catalog.list()) {
      if (!(await this.databases.isUpToDate(tenant))) continue;
      this.note((await readHead(this.databases.of(tenant).db)).loggedAt);
    }
  }

  /** Takes notice of the newest time of a log; null for an empty one. */
  note(loggedAt: string | null): void {
    if (loggedAt === null) return;
    this.#newest = Math.max(this.#newest, Date.parse(loggedAt));
    if (this.state() === 'RIGHT' || this.#told === this.#newest) return;
    this.#told = this.#newest;
    this.logger.error(
      { aheadSeconds: this.aheadSeconds(), loggedAt },
      "THE SERVER'S CLOCK JUMPED: the newest time in the log lies ahead of it. Look at the clock and at NTP",
    );
  }

  /** By how much the newest time of the logs lies ahead of the server's clock; 0 if it does not. */
  aheadSeconds(): number {
    return Math.max(0, Math.round((this.#newest - Date.parse(this.clock.now())) / 1000));
  }

  state(): ClockState {
    return this.aheadSeconds() * 1000 > TOLERANCE_MS ? 'BEHIND_THE_LOG' : 'RIGHT';
  }
}
