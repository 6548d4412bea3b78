import type { Codec } from './codec.ts';
import type { WorldLink } from './link-worlds.ts';
import type { PageHost } from './main-world.ts';

/** What a page tells the main process. */
export type FromPage =
  | {
      readonly kind: 'invoke' | 'ask';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'openWindow'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly kind: 'preloadFailed'; readonly message: string };

/** What the main process tells a page. */
export type ToPage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** Names that both sides know. */
export interface WorldNames {
  /** The function by which the isolated world sends text to the main process. */
  readonly send: string;
  /** The function that the main process calls with text. */
  readonly receive: string;
  /** Where the preload finds what it may use. */
  readonly preload: string;
  /** Under which name the page's own world gets its `PageHost`. */
  readonly host: string;
}

/** What a preload may use. */
export interface PreloadScope {
  readonly require: (name: string) => unknown;
  readonly process: object;
  readonly fail: (error: unknown) => void;
}

/**
 * Prepares the isolated world in which the preload runs: `require('electron')` and `process` of a sandboxed preload.
 * The source is sent into pages, so it uses nothing from outside.
 */
export function enterIsolatedWorld(link: WorldLink, codec: Codec, names: WorldNames, process: object): void {
  type Listener = (event: object, ...args: unknown[]) => void;
  interface Waiting {
    readonly resolve: (value: unknown) => void;
    readonly reject: (error: Error) => void;
  }
  const world = globalThis as unknown as Record<string, unknown>;
  const send = world[names.send] as (text: string) => void;
  const tell = (message: FromPage): void => send(codec.encode(message));
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, { readonly run: Listener; readonly isOnce: boolean }[]>();
  let last = 0;

  const refuseUnknown = <T extends object>(object: T, name: string): T =>
    new Proxy(object, {
      get(target, member): unknown {
        if (member in target || typeof member === 'symbol' || member === 'then') {
          return Reflect.get(target, member);
        }
        throw new Error(`The Electron stand-in has no ${name}.${member}.`);
      },
    });

  const ask = (kind: 'invoke' | 'ask', channel: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      tell({ kind, id: last, channel, args });
      waiting.set(last, { resolve, reject });
    });

  const add = (channel: string, run: Listener, isOnce: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { run, isOnce }]);
    return ipcRenderer;
  };
  const remove = (channel: string, run: Listener): object => {
    const kept = (listeners.get(channel) ?? []).filter((listener) => listener.run !== run);
    listeners.set(channel, kept);
    return ipcRenderer;
  };
  const ipcRenderer: object = refuseUnknown(
    {
      invoke: (channel: string, ...args: unknown[]) => ask('invoke', channel, args),
      send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
      on: (channel: string, run: Listener) => add(channel, run, false),
      addListener: (channel: string, run: Listener) => add(channel, run, false),
      once: (channel: string, run: Listener) => add(channel, run, true),
      off: remove,
      removeListener: remove,
      removeAllListeners: (channel: string) => {
        listeners.delete(channel);
        return ipcRenderer;
      },
    },
    'ipcRenderer',
  );

  const receive = (message: ToPage): void => {
    if (message.kind === 'event') {
      const called = listeners.get(message.channel) ?? [];
      listeners.set(
        message.channel,
        called.filter(({ isOnce }) => !isOnce),
      );
      for (const { run } of called) run({ sender: ipcRenderer, ports: [] }, ...message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  };
  world[names.receive] = (text: string) => receive(codec.decode(text) as ToPage);

  const electron = refuseUnknown(
    {
      ipcRenderer,
      contextBridge: refuseUnknown(
        { exposeInMainWorld: (name: string, value: unknown) => link.give(name, value) },
        'contextBridge',
      ),
    },
    'electron (in a preload)',
  );
  const scope: PreloadScope = {
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron;
      if (/^(?:node:)?(?:events|timers|url)$/.test(name)) {
        throw new Error(`The Electron stand-in has no ${name} for a preload.`);
      }
      throw new Error(`module not found: ${name}`);
    },
    process,
    fail: (error) => tell({ kind: 'preloadFailed', message: String(error) }),
  };
  world[names.preload] = scope;
  const host: PageHost = {
    openWindow: (url, name, features) => tell({ kind: 'openWindow', url, name, features }),
    askForMedia: async (kinds) => (await ask('ask', 'media', [kinds])) === true,
  };
  link.give(names.host, host);
}
