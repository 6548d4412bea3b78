/**
 * Carries notifications from the tenants' databases to the live streams of this process. One listening connection
 * for each tenant that somebody watches; it comes back by itself after a break, and then says that anything may have
 * changed in between. A message says that something changed, and not what (ADR 9).
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ENTITIES } from '@wellpulse/contracts';
import pg from 'pg';
import type { Logger } from 'pino';
import { LOGGER } from '../config/logger.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { CHANGE_CHANNEL, PROGRESS_CHANNEL } from '../write-path/notify.ts';

/** `event` is the server-sent event's name, `data` its JSON text. */
export type LiveListener = (event: string, data: string) => void;

const EVENT_OF_CHANNEL = new Map([
  [CHANGE_CHANNEL, 'change'],
  [PROGRESS_CHANNEL, 'import-progress'],
]);
/** Whoever is told this asks for everything again. */
export const ANYTHING = JSON.stringify({ sequence: 0, entities: ENTITIES, wellIds: [] });
const RETRY_MILLISECONDS = 1_000;

class Channel {
  readonly listeners = new Set<LiveListener>();
  /** Settles after the first attempt to listen. */
  readonly ready: Promise<void>;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(
    private readonly database: TenantDatabase,
    private readonly logger: Logger,
  ) {
    this.ready = this.#connect();
  }

  async #connect(isReconnect = false): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({ connectionString: this.database.url, application_name: 'wellpulse-live' });
    this.#client = client;
    client.on('notification', ({ channel, payload }) => {
      const event = EVENT_OF_CHANNEL.get(channel);
      if (event !== undefined && payload !== undefined) this.#tell(event, payload);
    });
    client.on('error', (error) => this.logger.warn({ err: error }, 'live connection broke'));
    client.on('end', () => this.#retry(client));
    try {
      await client.connect();
      await client.query(`listen ${CHANGE_CHANNEL}; listen ${PROGRESS_CHANNEL}`);
      if (isReconnect) this.#tell('change', ANYTHING);
    } catch (error) {
      this.logger.warn({ err: error }, 'live connection failed');
      await client.end().catch(() => undefined);
      this.#retry(client);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  #tell(event: string, data: string): void {
    for (const listener of this.listeners) listener(event, data);
  }

  /** Once for each broken client, whichever way its end is noticed. */
  #retry(broken: pg.Client): void {
    if (this.#closed || this.#client !== broken) return;
    this.#client = undefined;
    setTimeout(() => void this.#connect(true), RETRY_MILLISECONDS).unref();
  }
}

@Injectable()
export class LiveHub implements OnModuleDestroy {
  readonly #channels = new Map<string, Channel>();

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /**
   * Listens to a tenant until the returned function is called. What is committed after this resolves is told; if the
   * database could not be reached, once it can be.
   */
  async subscribe(database: TenantDatabase, listener: LiveListener): Promise<() => void> {
    const channel = this.#channels.get(database.tenantId) ?? new Channel(database, this.logger);
    this.#channels.set(database.tenantId, channel);
    channel.listeners.add(listener);
    await channel.ready;
    return () => this.#leave(database.tenantId, listener);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.#channels.values()].map((channel) => channel.close()));
    this.#channels.clear();
  }

  #leave(tenantId: string, listener: LiveListener): void {
    const channel = this.#channels.get(tenantId);
    channel?.listeners.delete(listener);
    if (channel?.listeners.size === 0) {
      this.#channels.delete(tenantId);
      void channel.close();
    }
  }
}
