/**
 * The way between one device and the server. It loses, repeats, delays, reorders and corrupts; each direction by itself.
 * A request may arrive long after its caller gave up, or was killed.
 */
import { LOG_HEADER } from '@wellpulse/contracts';
import { wholeOf, type CallOptions, type PutRequest, type Reply, type Transport } from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import type { Scheduler } from '../chance/scheduler.ts';
import { short, type Trace } from '../chance/trace.ts';
import type { ServerCall } from '../server/server-call.ts';
import type { SimulatedServer } from '../server/simulated-server.ts';
import { corrupt } from './corrupt.ts';
import { GOOD, type LinkConditions } from './link-conditions.ts';
import { NOTHING, swallowsBatch, swallowsPhoto, type Swallowing } from './swallowing.ts';

interface LinkParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly trace: Trace;
  readonly server: SimulatedServer;
  readonly name: string;
}

/** A request on its way, and what the server does with it; null if nothing comes back. */
interface Sent {
  readonly path: string;
  readonly timeoutMs: number;
  readonly isSwallowed: boolean;
  readonly handle: () => Reply | null;
}

export class Link implements Transport {
  conditions: LinkConditions = GOOD;
  swallowing: Swallowing = NOTHING;
  readonly #in: LinkParts;

  constructor(parts: LinkParts) {
    this.#in = parts;
  }

  call(
    endpoint: { readonly path: string; readonly method: string },
    request: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
    { accessToken, idempotencyKey, headers, timeoutMs }: CallOptions,
  ): Promise<Reply> {
    const call: ServerCall = {
      path: endpoint.path,
      method: endpoint.method,
      params: (request.params ?? {}) as ServerCall['params'],
      query: (request.query ?? {}) as ServerCall['query'],
      body: copied(request.body),
      accessToken,
      idempotencyKey,
      logMark: headers?.[LOG_HEADER.toLowerCase()],
    };
    const { name, trace, server } = this.#in;
    trace.add(name, `asks ${describe(call)}`);
    const isSwallowed = swallowsBatch(this.swallowing, call.body);
    return this.#send({ path: call.path, timeoutMs, isSwallowed, handle: () => server.handle(call) });
  }

  /** To the storage, which doesn't die with the server. */
  async put({ url, file, timeoutMs }: PutRequest): Promise<Reply> {
    const bytes = await wholeOf(file.pieces());
    const { server, trace, name } = this.#in;
    trace.add(name, 'puts a photo');
    const isSwallowed = swallowsPhoto(this.swallowing, bytes);
    const handle = (): Reply => server.photos.put(url, bytes);
    return this.#send({ path: 'the storage', timeoutMs, isSwallowed, handle });
  }

  #send(request: Sent): Promise<Reply> {
    return new Promise((resolve) => {
      this.#in.scheduler.after(request.timeoutMs, () => resolve({ kind: 'TIMEOUT' }));
      this.#carry(request, resolve);
    });
  }

  #carry({ path, isSwallowed, handle }: Sent, resolve: (reply: Reply) => void): void {
    const { scheduler, random, trace, name, server } = this.#in;
    const { isDown, losesRequest, losesAnswer, repeats, corrupts } = this.conditions;
    const lost = (): void => resolve({ kind: 'NO_ANSWER' });
    if (isSwallowed || isDown || random.isLucky(losesRequest)) {
      trace.add(name, isSwallowed ? 'the request is swallowed' : 'the request is lost');
      scheduler.after(this.#delay(), lost);
      return;
    }
    const arrive = (): Reply | null => {
      const handled = handle();
      const reply = handled?.kind === 'ANSWERED' ? signedBy(server, handled) : handled;
      trace.add('server', `${name} ${path} -> ${reply === null ? 'nothing' : describeReply(reply)}`);
      return reply;
    };
    scheduler.after(this.#delay(), () => {
      const reply = arrive();
      if (random.isLucky(repeats)) scheduler.after(this.#delay() * 3, arrive);
      if (reply === null || random.isLucky(losesAnswer)) {
        trace.add(name, 'the answer is lost');
        scheduler.after(this.#delay(), lost);
        return;
      }
      const corrupted = random.isLucky(corrupts) ? corrupt(random, reply) : null;
      if (corrupted !== null) trace.add(name, `gets ${corrupted.how}`);
      const delivered = copied(corrupted?.reply ?? reply);
      scheduler.after(this.#delay(), () => resolve(delivered));
    });
  }

  #delay(): number {
    return this.#in.random.whole(5, this.conditions.slowest);
  }
}

/** With what each answer of the server says in its headers. */
const signedBy = (server: SimulatedServer, reply: Extract<Reply, { kind: 'ANSWERED' }>): Reply => ({
  ...reply,
  serverTime: server.time(),
  headers: { ...reply.headers, 'wellpulse-protocol': String(server.protocol) },
});

/** As JSON carries it: what is undefined is gone, and nobody shares an object. */
const copied = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);

function describe({ path, body }: ServerCall): string {
  const { events } = (body ?? {}) as { events?: readonly { readonly id: string }[] };
  return events === undefined ? path : `${path} ${events.map(({ id }) => short(id)).join(' ')}`;
}

function describeReply(reply: Reply): string {
  if (reply.kind !== 'ANSWERED') return reply.kind;
  const { code, synced, conflicts, failed, changes } = (reply.body ?? {}) as {
    code?: string;
    synced?: string[];
    conflicts?: { eventId: string; resolution: string }[];
    failed?: { eventId: string; code: string }[];
    changes?: { entity: string; id: string; version: number }[];
  };
  const said = [
    ...(code === undefined ? [] : [code]),
    ...(synced ?? []).map(short),
    ...(conflicts ?? []).map(({ eventId, resolution }) => `${short(eventId)}:${resolution}`),
    ...(failed ?? []).map(({ eventId, code: why }) => `${short(eventId)}:${why}`),
    ...(changes ?? []).map(({ entity, id, version }) => `${entity}:${short(id)}:${version}`),
  ];
  return [String(reply.status), ...said].join(' ');
}
