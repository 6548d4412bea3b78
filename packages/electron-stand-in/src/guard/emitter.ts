import { EventEmitter } from 'node:events';
import { NotInStandIn } from './not-in-stand-in.ts';

type Listener = (...args: unknown[]) => void;

/** An emitter that refuses listeners of events which the stand-in never emits. A test may emit the others by hand. */
export class Emitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string>;

  /** @param name what errors call it, such as `electron.app` */
  constructor(name: string, events: readonly string[]) {
    super();
    this.setMaxListeners(0);
    this.#name = name;
    this.#events = new Set(events);
  }

  override on(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.on(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.prependListener(event, listener);
  }

  #check(event: string | symbol): void {
    if (typeof event === 'string' && !this.#events.has(event)) {
      throw new NotInStandIn(`${this.#name}, event "${event}"`);
    }
  }
}

/** What a listener may prevent, as Electron's events that have a default action. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** A new event, with details of its own. */
export function preventable<Details extends object>(details: Details): Details & Preventable {
  let defaultPrevented = false;
  return {
    ...details,
    get defaultPrevented() {
      return defaultPrevented;
    },
    preventDefault: () => {
      defaultPrevented = true;
    },
  };
}
