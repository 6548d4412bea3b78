/** What each method of the bridge does. No Electron here: what the methods need is given. */
import type { MethodName } from '../../shared/bridge/contract.ts';
import { entryHandlers } from './entries.handlers.ts';
import type { Handlers } from './handler.ts';
import { peopleHandlers } from './people.handlers.ts';
import { recordHandlers } from './records.handlers.ts';
import { syncHandlers } from './sync.handlers.ts';
import type { Laptop } from './laptop.ts';

/** All methods, by their names. */
export function handlersOf(laptop: Laptop): Handlers<MethodName> {
  return {
    ...peopleHandlers(laptop),
    ...recordHandlers(laptop),
    ...entryHandlers(laptop),
    ...syncHandlers(laptop),
  };
}
