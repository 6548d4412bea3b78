/**
 * A thin link to a server: a TCP proxy that lets so many bytes a second pass in each direction. It cuts some answers in the
 * middle, with their connection, and requests that a filter does not like. All connections share the link, as those of one phone do.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface ThinLinkOptions {
  /** Of the server, such as `http://127.0.0.1:3000/api`. */
  readonly target: string;
  readonly bytesPerSecond: number;
  /** Milliseconds each way. */
  readonly latencyMs?: number;
  /** How many of the answers are cut, from 0 to 1, each after some of its bytes. A connection serves many. */
  readonly cuts?: number;
  /** In [0, 1); given, so that a run can be played again. */
  readonly random?: () => number;
  /** Told of each request what has come up of it by now; where it says true the connection is reset, each time. */
  readonly swallows?: (request: Buffer) => boolean;
}

export interface ThinLink {
  /** Where the target is found over the link: with its path. */
  readonly url: string;
  /** By now: bytes, requests, answers that were cut, and requests that were swallowed. */
  readonly passed: { down: number; up: number; requests: number; cuts: number; swallowed: number };
  close(): Promise<void>;
}

const SLICE_MS = 20;
/** An answer that is cut breaks somewhere in so many bytes, if it has as many. */
const CUT_WITHIN_BYTES = 8192;

/** When the link is free again, in one direction. */
class Direction {
  #freeAt = 0;
  readonly #bytesPerSecond: number;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  get slice(): number {
    return Math.max(1, Math.floor((this.#bytesPerSecond * SLICE_MS) / 1000));
  }

  /** Resolves when so many bytes have left. */
  async pass(bytes: number): Promise<void> {
    const start = Math.max(performance.now(), this.#freeAt);
    this.#freeAt = start + (bytes / this.#bytesPerSecond) * 1000;
    await waited(this.#freeAt - performance.now());
  }
}

const waited = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

export async function openThinLink({
  target,
  bytesPerSecond,
  latencyMs = 0,
  cuts = 0,
  random = Math.random,
  swallows = () => false,
}: ThinLinkOptions): Promise<ThinLink> {
  const { hostname, port, pathname } = new URL(target);
  const [up, down] = [new Direction(bytesPerSecond), new Direction(bytesPerSecond)];
  const passed = { down: 0, up: 0, requests: 0, cuts: 0, swallowed: 0 };
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
    };
    open.add(client);
    let left = Number.POSITIVE_INFINITY;
    let isAnswering = true;
    let request: Buffer = Buffer.alloc(0);
    /** What comes up after an answer is the next request. */
    const begins = (): void => {
      if (!isAnswering) return;
      isAnswering = false;
      request = Buffer.alloc(0);
      passed.requests += 1;
      left = random() < cuts ? Math.floor(random() * CUT_WITHIN_BYTES) : Number.POSITIVE_INFINITY;
    };
    const carry = async (from: Socket, to: Socket, way: Direction, name: 'up' | 'down'): Promise<void> => {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (name === 'up') {
          begins();
          request = Buffer.concat([request, chunk]);
          if (swallows(request)) {
            passed.swallowed += 1;
            client.resetAndDestroy();
            end();
            return;
          }
        } else isAnswering = true;
        await waited(latencyMs);
        for (let at = 0; at < chunk.length; at += way.slice) {
          const piece = chunk.subarray(at, at + way.slice);
          await way.pass(piece.length);
          passed[name] += piece.length;
          if (name === 'down') left -= piece.length;
          if (left <= 0) {
            passed.cuts += 1;
            client.resetAndDestroy();
            end();
            return;
          }
          to.write(piece);
        }
      }
      to.end();
    };
    carry(client, upstream, up, 'up').catch(end);
    carry(upstream, client, down, 'down').catch(end);
    client.on('error', end);
    upstream.on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname.replace(/\/$/, '')}`,
    passed,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
