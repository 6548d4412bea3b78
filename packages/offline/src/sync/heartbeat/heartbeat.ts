/**
 * Whether the server hears this device. While somebody looks at the app and nothing else was heard for a few seconds, a cheap request
 * asks. So what a banner says is true within seconds, also where no sync is due (ADR 105).
 */
import type { EndpointDefinition } from '@wellpulse/contracts';
import type { Clock } from '../../ports/clock.ts';
import type { Reply, Transport } from '../../ports/transport.ts';

/** How long nothing may be heard. */
const SILENCE_MS = 5000;
/** How long the answer may take. */
const PATIENCE_MS = 5000;

/** It needs no session, and touches no database. */
const HEALTH = {
  method: 'GET',
  path: '/health',
  access: 'PUBLIC',
  summary: 'The server answers',
  tag: 'Operations',
  status: 200,
  answer: null,
} as const satisfies EndpointDefinition;

interface HeartbeatParts {
  readonly transport: Transport;
  readonly clock: Clock;
  /** What the app says of the network. */
  readonly isOnline: () => boolean | null;
  /** Told when that is not true any more. `isBack`: nothing had been heard before, so what waits can be sent. */
  readonly onHeard: (heard: { readonly isOnline: boolean; readonly isBack: boolean }) => void;
}

/**
 * Asks while the app is shown.
 *
 * @example
 * client.heartbeat.setShown(document.visibilityState === 'visible');
 */
export class Heartbeat {
  /** The same transport, which also notes when the server was heard. All of the client's requests go through it. */
  readonly transport: Transport;
  readonly #parts: HeartbeatParts;
  /** On the monotonic clock; the other one may be set. */
  #heardAt = Number.NEGATIVE_INFINITY;
  #wasMissed = false;
  #isShown = false;
  #cancelTimer: (() => void) | null = null;

  constructor(parts: HeartbeatParts) {
    this.#parts = parts;
    const link = parts.transport;
    this.transport = {
      call: async (...request) => {
        const reply = this.#noted(await link.call(...request));
        // Whatever is answered, the banner must not go on saying "offline".
        if (isOfServer(reply) && parts.isOnline() === false) parts.onHeard({ isOnline: true, isBack: false });
        return reply;
      },
      put: (request) =>
        link.put({
          ...request,
          // What leaves on a thin link takes its time: that is no silence.
          onProgress: (sentBytes) => {
            this.#heardAt = this.#now();
            request.onProgress?.(sentBytes);
          },
        }),
    };
  }

  /** Whether somebody may be looking. Nothing is asked while nobody does. */
  setShown(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (isShown) void this.#beat();
  }

  async #beat(): Promise<void> {
    if (this.#now() - this.#heardAt >= SILENCE_MS) await this.#ask();
    if (!this.#isShown) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#parts.clock.after(SILENCE_MS, () => void this.#beat());
  }

  async #ask(): Promise<void> {
    const { transport, isOnline, onHeard } = this.#parts;
    const isHeard = isOfServer(this.#noted(await transport.call(HEALTH, {}, { timeoutMs: PATIENCE_MS })));
    const isBack = isHeard && this.#wasMissed;
    this.#wasMissed = !isHeard;
    if (isBack || isOnline() !== isHeard) onHeard({ isOnline: isHeard, isBack });
  }

  #noted(reply: Reply): Reply {
    this.#heardAt = isOfServer(reply) ? this.#now() : Number.NEGATIVE_INFINITY;
    return reply;
  }

  #now(): number {
    return this.#parts.clock.sample().monotonic;
  }
}

/** What a hotel or a firewall says tells nothing of the server. */
const isOfServer = (reply: Reply): boolean => reply.kind === 'ANSWERED' && reply.serverTime !== null;
