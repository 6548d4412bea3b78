/**
 * One stream of server-sent events that comes back by itself. The browser's own reconnecting gives up for good when an answer
 * is not a stream. A restarting server may give such an answer: this one waits longer each time and goes on.
 */
import { LIVE_EVENTS, type ImportProgress, type LiveChange } from '@wellpulse/contracts';

export type LiveStatus = 'CONNECTING' | 'LIVE' | 'RECONNECTING';

/** What it uses of an `EventSource`. */
export interface EventStream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveConnectionOptions {
  /** `isFirst` as long as nothing can have been missed but what came between the loading of the page and now. */
  readonly open: (isFirst: boolean) => EventStream;
  readonly onStatus: (status: LiveStatus) => void;
  readonly onChange: (change: LiveChange) => void;
  readonly onImportProgress: (progress: ImportProgress) => void;
  /** The stream is back after a gap: anything may have changed meanwhile. */
  readonly onGap: () => void;
  /** Between 0 and 1; spreads out those who lost the same server. */
  readonly random: () => number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

export const delayBefore = (attempt: number, random: number): number =>
  Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt) * (0.5 + random / 2);

export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  #stream: EventStream | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  #missedSomething = false;

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
  }

  /** Connects, if it does not already; at once, even while it waits to try again. */
  connect(): void {
    if (this.#stream !== null) return;
    this.#stopWaiting();
    this.#options.onStatus(this.#missedSomething ? 'RECONNECTING' : 'CONNECTING');
    const stream = this.#options.open(!this.#missedSomething);
    this.#stream = stream;
    stream.addEventListener('open', () => {
      this.#opened();
    });
    stream.addEventListener('error', () => {
      this.#failed();
    });
    stream.addEventListener('change', ({ data }) => {
      const change = LIVE_EVENTS.change.safeParse(parseJson(data));
      if (change.success) this.#options.onChange(change.data);
    });
    stream.addEventListener('import-progress', ({ data }) => {
      const progress = LIVE_EVENTS['import-progress'].safeParse(parseJson(data));
      if (progress.success) this.#options.onImportProgress(progress.data);
    });
  }

  /** Closes the stream; what happens from now on counts as missed. */
  disconnect(): void {
    this.#stopWaiting();
    this.#stream?.close();
    this.#stream = null;
    this.#missedSomething = true;
  }

  #opened(): void {
    this.#failures = 0;
    this.#options.onStatus('LIVE');
    if (this.#missedSomething) this.#options.onGap();
    this.#missedSomething = false;
  }

  #failed(): void {
    this.disconnect();
    this.#options.onStatus('RECONNECTING');
    const delay = delayBefore(this.#failures, this.#options.random());
    this.#failures += 1;
    this.#timer = setTimeout(() => {
      this.connect();
    }, delay);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
