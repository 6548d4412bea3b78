/** The DevTools protocol, spoken over the pipe that Chromium was started with. Chromium ends when the pipe closes. */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Parameters and results are Chromium's own; those who ask know their shape. */
type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One page as DevTools see it: commands to it, and its events. */
export class DevToolsSession extends EventEmitter {
  readonly #connection: DevTools;
  readonly #id: string | undefined;

  constructor(connection: DevTools, id?: string) {
    super();
    this.setMaxListeners(0);
    this.#connection = connection;
    this.#id = id;
  }

  /**
   * Sends one command, and gives what Chromium answers.
   *
   * @throws Error with the method's name, if Chromium refuses it or is gone
   */
  send<Result = unknown>(method: string, params: Fields = {}): Promise<Result> {
    return this.#connection.send<Result>(method, params, this.#id);
  }
}

/** The connection to one Chromium. `browser` is the session of the program as a whole. */
export class DevTools {
  readonly browser = new DevToolsSession(this);
  readonly #sessions = new Map<string, DevToolsSession>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #output: Writable;
  #last = 0;
  #isOpen = true;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    let rest: Buffer[] = [];
    input.on('data', (chunk: Buffer) => {
      let from = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
        const text = Buffer.concat([...rest, chunk.subarray(from, end)]).toString();
        rest = [];
        from = end + 1;
        this.#receive(JSON.parse(text) as Message);
      }
      rest.push(chunk.subarray(from));
    });
    input.on('close', () => this.#close());
    output.on('error', () => this.#close());
  }

  /** @see DevToolsSession.send */
  send<Result>(method: string, params: Fields, sessionId?: string): Promise<Result> {
    if (!this.#isOpen) return Promise.reject(new Error(`${method}: Chromium is gone.`));
    this.#last += 1;
    const id = this.#last;
    this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve: (result) => resolve(result as Result), reject });
    });
  }

  /** Attaches to a page. */
  async attach(targetId: string): Promise<DevToolsSession> {
    const { sessionId } = await this.browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const session = new DevToolsSession(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  #receive({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      const session = sessionId === undefined ? this.browser : this.#sessions.get(sessionId);
      if (method !== undefined) session?.emit(method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
  }

  #close(): void {
    this.#isOpen = false;
    for (const { method, reject } of this.#waiting.values())
      reject(new Error(`${method}: Chromium is gone.`));
    this.#waiting.clear();
  }
}
