/** What each method of the bridge does. No Electron here: what the methods need is given. */
import type { MethodName } from '../../shared/bridge/contract.ts';
import { alertHandlers } from './alerts.handlers.ts';
import { activityHandlers } from './activity.handlers.ts';
import { conflictHandlers } from './conflicts.handlers.ts';
import { entryHandlers } from './entries.handlers.ts';
import { equipmentHandlers } from './equipment.handlers.ts';
import type { Handlers } from './handler.ts';
import { historyHandlers } from './history.handlers.ts';
import { handoverHandlers } from './handover.handlers.ts';
import { peopleHandlers } from './people.handlers.ts';
import { photoHandlers } from './photos.handlers.ts';
import { recordHandlers } from './records.handlers.ts';
import { syncHandlers } from './sync.handlers.ts';
import { updateHandlers } from './updates.handlers.ts';
import { wellHandlers } from './wells.handlers.ts';
import type { Laptop } from './laptop.ts';

/** All methods, by their names. */
export const handlersOf = (laptop: Laptop): Handlers<MethodName> => ({
  ...peopleHandlers(laptop),
  ...recordHandlers(laptop),
  ...wellHandlers(laptop),
  ...entryHandlers(laptop),
  ...equipmentHandlers(laptop),
  ...photoHandlers(laptop),
  ...historyHandlers(laptop),
  ...alertHandlers(laptop),
  ...syncHandlers(laptop),
  ...activityHandlers(laptop),
  ...handoverHandlers(laptop),
  ...conflictHandlers(laptop),
  ...updateHandlers(laptop.updates),
});
