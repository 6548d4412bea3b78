/** A device as other programs are: it registers, signs events and sends batches, with nothing of ours between. */
import { endpoints, type DevicePlatform, type SyncAnswer } from '@wellpulse/contracts';
import { signedText } from '@wellpulse/domain';
import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import type { SignedInCaller } from './sign-in.ts';

export interface WireEvent extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

export interface EventInput {
  readonly eventType?: string;
  readonly aggregateId: string;
  readonly baseVersion?: number | null;
  readonly protocol?: number;
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

export interface RegisterInput {
  readonly platform?: DevicePlatform;
  readonly id?: string;
  readonly name?: string;
  /** 32 bytes in base64. */
  readonly secret?: string;
}

/** A person at a device: their session, which is the device's, and their signing key. */
interface Hand {
  readonly session: SignedInCaller;
  readonly key: Buffer;
}

export class TestDevice {
  readonly id: string;
  readonly secret: string;
  readonly #registration: { readonly name: string; readonly platform: DevicePlatform };
  readonly #hands = new Map<string, Hand>();
  readonly #now: () => string;
  #owner: SignedInCaller;
  sequence = 0;

  private constructor(owner: SignedInCaller, now: () => string, given: RegisterInput) {
    const { id = uuidV7(), name = 'Phone of the tests', platform = 'ANDROID' } = given;
    this.id = id;
    this.secret = given.secret ?? randomBytes(32).toString('base64');
    this.#registration = { name, platform };
    this.#owner = owner;
    this.#now = now;
  }

  /** Registers a device in a session of its own: the caller's stays what it is. */
  static async register(
    owner: SignedInCaller,
    now: () => string,
    given: RegisterInput = {},
  ): Promise<TestDevice> {
    const device = new TestDevice(owner, now, given);
    device.#owner = await device.signIn(owner);
    return device;
  }

  /** The person who registered it, in the device's session. */
  get owner(): SignedInCaller {
    return this.#owner;
  }

  /** A person signs in on the device, and gets a key of their own on it. The answer is their session there. */
  async signIn(person: SignedInCaller): Promise<SignedInCaller> {
    const session = await person.again();
    const { id, secret: deviceSecret } = this;
    const { signingKey } = await session.ask(endpoints.devices.register, {
      body: { id, deviceSecret, ...this.#registration },
    });
    this.#hands.set(session.session.user.id, { session, key: Buffer.from(signingKey, 'base64') });
    return session;
  }

  /** The signing key that a person has on the device. */
  keyOf(userId: string): Buffer {
    const hand = this.#hands.get(userId);
    if (hand === undefined) throw new Error('They never signed in on this device');
    return hand.key;
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

  /** Signs with the key that the event's author has here, or else with the owner's. */
  sign(event: WireEvent, key?: Buffer): WireEvent {
    const author = this.#hands.get(String(event['userId']));
    const signingKey = key ?? author?.key ?? this.keyOf(this.owner.session.user.id);
    const signature = createHmac('sha256', signingKey).update(signedText(event)).digest('hex');
    return { ...event, signature };
  }

  send(events: readonly unknown[], given: BatchInput = {}): Promise<Response> {
    const { key = uuidV7(), sentAt = this.#now(), as = this.owner, photos } = given;
    const session = this.#hands.get(as.session.user.id)?.session ?? as;
    return this.sendBody(JSON.stringify({ deviceId: this.id, sentAt, events, photos }), key, session);
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
