/** A device as other programs are: it registers, signs events and sends batches, with nothing of ours between. */
import { endpoints, type DevicePlatform, type SyncAnswer } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { createHmac } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { SignedInCaller } from './sign-in.ts';

export interface WireEvent extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

export interface EventInput {
  readonly eventType?: string;
  readonly aggregateId: string;
  readonly baseVersion?: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly timestamp?: string;
  readonly userId?: string;
  readonly tenantId?: string;
}

export interface BatchInput {
  readonly key?: string;
  readonly sentAt?: string;
  readonly as?: SignedInCaller;
  readonly photos?: readonly unknown[];
}

export class TestDevice {
  readonly id: string;
  readonly owner: SignedInCaller;
  readonly #key: Buffer;
  readonly #now: () => string;
  sequence = 0;

  private constructor(id: string, owner: SignedInCaller, key: Buffer, now: () => string) {
    this.id = id;
    this.owner = owner;
    this.#key = key;
    this.#now = now;
  }

  static async register(
    owner: SignedInCaller,
    now: () => string,
    platform: DevicePlatform = 'ANDROID',
    id: string = uuidV7(),
    name = 'Phone of the tests',
  ): Promise<TestDevice> {
    const { signingKey } = await owner.ask(endpoints.devices.register, {
      body: { id, name, platform },
    });
    return new TestDevice(id, owner, Buffer.from(signingKey, 'base64'), now);
  }

  /** The next event, numbered and signed. */
  event(given: EventInput): WireEvent {
    return this.sign(this.draft(given));
  }

  /** The next event, numbered and not signed. */
  draft(given: EventInput): WireEvent {
    this.sequence += 1;
    return {
      id: uuidV7(),
      tenantId: this.owner.session.tenant.id,
      deviceId: this.id,
      deviceSequence: this.sequence,
      userId: this.owner.session.user.id,
      eventType: 'PRODUCTION_CREATED',
      baseVersion: 0,
      timestamp: this.#now(),
      ...given,
    };
  }

  sign(event: WireEvent): WireEvent {
    const signature = createHmac('sha256', this.#key).update(signedText(event)).digest('hex');
    return { ...event, signature };
  }

  send(events: readonly unknown[], given: BatchInput = {}): Promise<Response> {
    const { key = uuidV7(), sentAt = this.#now(), as = this.owner, photos } = given;
    return this.sendBody(JSON.stringify({ deviceId: this.id, sentAt, events, photos }), key, as);
  }

  sendBody(body: BodyInit, key: string, as: SignedInCaller = this.owner): Promise<Response> {
    return as.fetch('/sync/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
    });
  }

  /** The answer; throws if the batch as a whole was refused. */
  async sync(events: readonly unknown[], given: BatchInput = {}): Promise<SyncAnswer> {
    const response = await this.send(events, given);
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as SyncAnswer;
  }
}
