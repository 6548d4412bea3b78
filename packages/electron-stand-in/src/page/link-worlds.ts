/** How the page's own world and the preload's isolated world reach each other. */
export interface WorldLink {
  /** Gives the other world a value under a name. Functions and promises in it become ones that call back. */
  readonly give: (name: string, value: unknown) => void;
  /** Calls `listener` with all that the other world gives from now on. */
  readonly onGiven: (listener: (name: string, value: unknown) => void) => void;
}

/**
 * Links two worlds of one page by events of the document, which both see. Their names hold a secret that scripts of the page don't know.
 * Values are copied as Electron's `contextBridge` does: prototypes are lost, of an error the message stays.
 * The source is sent into pages, so it uses nothing from outside.
 */
export function linkWorlds(secret: string, me: string, other: string): WorldLink {
  type Packed =
    | { readonly kind: 'function' | 'promise'; readonly id: number }
    | { readonly kind: 'array'; readonly items: readonly Packed[] }
    | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Packed])[] }
    | { readonly kind: 'error'; readonly message: string }
    | { readonly kind: 'value'; readonly value: unknown };
  type Message =
    | { readonly kind: 'given'; readonly name: string; readonly value: Packed }
    | { readonly kind: 'call'; readonly id: number; readonly args: readonly Packed[] }
    | { readonly kind: 'returned'; readonly value: Packed }
    | { readonly kind: 'threw'; readonly message: string }
    | { readonly kind: 'settled'; readonly id: number; readonly isOk: boolean; readonly value: Packed };
  interface Settle {
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
  }
  const DEEPEST = 1000;

  // A script of the page may replace these later.
  const { CustomEvent, Error, Map, Promise, document } = globalThis;
  const dispatch = document.dispatchEvent.bind(document);
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, Settle>();
  const listeners: ((name: string, value: unknown) => void)[] = [];
  let last = 0;
  let answer: Message | null = null;

  const tell = (message: Message): void => {
    dispatch(new CustomEvent(`${secret}${other}`, { detail: message }));
  };
  const messageOf = (error: unknown): string =>
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > DEEPEST) throw new Error('A value for the other world is too deep, or holds itself.');
    const inner = (part: unknown): Packed => pack(part, depth + 1);
    if (typeof value === 'symbol') throw new Error('A symbol does not cross between worlds.');
    if (typeof value === 'function') {
      last += 1;
      functions.set(last, value as (...args: unknown[]) => unknown);
      return { kind: 'function', id: last };
    }
    if (Array.isArray(value)) return { kind: 'array', items: value.map(inner) };
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    switch (Object.prototype.toString.call(value)) {
      case '[object Promise]':
        return packPromise(value as PromiseLike<unknown>);
      case '[object Error]':
        return { kind: 'error', message: messageOf(value) };
      case '[object Object]':
        return { kind: 'object', entries: Object.entries(value).map(([key, part]) => [key, inner(part)]) };
      default:
        return { kind: 'value', value };
    }
  };

  const packPromise = (promise: PromiseLike<unknown>): Packed => {
    last += 1;
    const id = last;
    const settle = (isOk: boolean, value: unknown): void => {
      try {
        tell({ kind: 'settled', id, isOk, value: pack(value) });
      } catch (error) {
        tell({ kind: 'settled', id, isOk: false, value: { kind: 'error', message: messageOf(error) } });
      }
    };
    promise.then(
      (value) => settle(true, value),
      (error: unknown) => settle(false, error),
    );
    return { kind: 'promise', id };
  };

  const unpack = (packed: Packed): unknown => {
    switch (packed.kind) {
      case 'function':
        return (...args: unknown[]): unknown => call(packed.id, args);
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(packed.id, { resolve, reject });
        });
      case 'array':
        return packed.items.map(unpack);
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, part]) => [key, unpack(part)]));
      case 'error':
        return new Error(packed.message);
      case 'value':
        return packed.value;
    }
  };

  const call = (id: number, args: readonly unknown[]): unknown => {
    answer = null;
    tell({ kind: 'call', id, args: args.map((part) => pack(part)) });
    const given = answer as Message | null;
    if (given?.kind === 'returned') return unpack(given.value);
    throw new Error(given?.kind === 'threw' ? given.message : 'An object could not be cloned.');
  };

  const run = (id: number, args: readonly Packed[]): void => {
    try {
      tell({ kind: 'returned', value: pack(functions.get(id)?.(...args.map(unpack))) });
    } catch (error) {
      tell({ kind: 'threw', message: messageOf(error) });
    }
  };

  const settle = (id: number, isOk: boolean, value: unknown): void => {
    const promise = promises.get(id);
    promises.delete(id);
    if (isOk) promise?.resolve(value);
    else promise?.reject(value instanceof Error ? value : new Error(String(value)));
  };

  document.addEventListener(`${secret}${me}`, (event) => {
    const message = (event as CustomEvent<Message | null>).detail;
    if (message?.kind === 'call') run(message.id, message.args);
    else if (message?.kind === 'settled') settle(message.id, message.isOk, unpack(message.value));
    else if (message?.kind === 'given') {
      const value = unpack(message.value);
      for (const listener of listeners) listener(message.name, value);
    } else answer = message;
  });

  return {
    give: (name, value) => tell({ kind: 'given', name, value: pack(value) }),
    onGiven: (listener) => void listeners.push(listener),
  };
}
