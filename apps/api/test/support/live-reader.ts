/** Reads a live stream as a browser does. */
import type { ApiCaller } from '@wellpulse/testing';
import { until } from './until.ts';

export interface LiveMessage {
  readonly event: string;
  readonly data: unknown;
}

export class LiveReader {
  readonly messages: LiveMessage[] = [];
  readonly #stop = new AbortController();
  #ended = false;

  /** Opens the stream; resolves once it is listening. */
  static async open(caller: ApiCaller, since?: number): Promise<LiveReader> {
    const reader = new LiveReader();
    const response = await caller.fetch(since === undefined ? '/live' : `/live?since=${since}`, {
      signal: reader.#stop.signal,
    });
    if (response.status !== 200 || response.body === null) {
      throw new Error(`The stream was refused: ${response.status}`);
    }
    void reader.#read(response.body);
    return reader;
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** The first message that `matches`, waited for. */
  next(what: string, matches: (message: LiveMessage) => boolean): Promise<LiveMessage> {
    return until(what, () => this.messages.find(matches) ?? null);
  }

  close(): void {
    this.#stop.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        this.messages.push(...blocks.flatMap(parseBlock));
      }
    } catch {
      // Closed by us, or broken off by the server: over either way.
    }
    this.#ended = true;
  }
}

/** Comments and `retry` say nothing to a test. */
function parseBlock(block: string): LiveMessage[] {
  const [, event] = /^event: (.*)$/m.exec(block) ?? [];
  const [, data] = /^data: (.*)$/m.exec(block) ?? [];
  return event === undefined || data === undefined ? [] : [{ event, data: JSON.parse(data) as unknown }];
}
