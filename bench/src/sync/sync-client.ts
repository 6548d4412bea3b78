/** A device of docs/sync-protocol.md, as small as one can be: what is measured is the server. */
import { endpoints, syncAnswerSchema, type SyncAnswer } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { BenchSession } from '../session.ts';

export type WireEvent = Readonly<Record<string, unknown>>;

export class SyncClient {
  readonly #session: BenchSession;
  readonly #deviceId: string;
  readonly #key: Buffer;
  #sequence = 0;

  private constructor(session: BenchSession, deviceId: string, key: Buffer) {
    this.#session = session;
    this.#deviceId = deviceId;
    this.#key = key;
  }

  static async register(session: BenchSession): Promise<SyncClient> {
    const id = randomUUID();
    const { signingKey } = await session.call(endpoints.devices.register, {
      body: {
        id,
        name: 'Bench phone',
        platform: 'ANDROID',
        deviceSecret: randomBytes(32).toString('base64'),
      },
    });
    return new SyncClient(session, id, Buffer.from(signingKey, 'base64'));
  }

  /** A day's readings of a well, signed as a device signs them when they are saved. */
  reading(wellId: string, productionDate: string): WireEvent {
    this.#sequence += 1;
    const event = {
      id: randomUUID(),
      tenantId: this.#session.tenantId,
      deviceId: this.#deviceId,
      deviceSequence: this.#sequence,
      userId: this.#session.userId,
      eventType: 'PRODUCTION_CREATED',
      aggregateId: wellId,
      baseVersion: 0,
      timestamp: new Date().toISOString(),
      payload: {
        productionDate,
        oilVolume: 42.5 + (this.#sequence % 10),
        gasVolume: 120,
        waterVolume: 8.2,
        notes: 'x'.repeat(60),
      },
    };
    const signature = createHmac('sha256', this.#key).update(signedText(event)).digest('hex');
    return { ...event, signature };
  }

  /** Sends the events in batches of at most `size`, one after the other; throws unless each is synced. */
  async push(events: readonly WireEvent[], size: number): Promise<void> {
    for (let start = 0; start < events.length || start === 0; start += size) {
      const batch = events.slice(start, start + size);
      const { synced } = await this.#send(batch);
      if (synced.length !== batch.length) throw new Error('An event was not taken');
    }
  }

  /** Everything that a new device of the user gets; returns how many records that was, and where it ends. */
  async pull(cursor?: string): Promise<{ records: number; cursor: string }> {
    let records = 0;
    for (;;) {
      const page = await this.#session.call(endpoints.sync.changes, {
        query: { limit: '5000', ...(cursor === undefined ? {} : { cursor }) },
      });
      records += page.changes.length;
      cursor = page.nextCursor;
      if (!page.hasMore) return { records, cursor };
    }
  }

  async #send(events: readonly WireEvent[]): Promise<SyncAnswer> {
    const body = { deviceId: this.#deviceId, sentAt: new Date().toISOString(), events };
    return syncAnswerSchema.parse(
      await this.#session.postJson('/sync/batch', body, { 'idempotency-key': randomUUID() }),
    );
  }
}
