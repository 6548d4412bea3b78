import { BackgroundTaskResult, registerTaskAsync } from 'expo-background-task';
import { defineTask, isTaskRegisteredAsync } from 'expo-task-manager';

const NAME = 'wellpulse-sync';
/** The least that Android takes. Both systems come when they like. */
const EVERY_MINUTES = 15;

/**
 * Lets the system start the app now and then, without its screens, to send what waits. It is called before anything is drawn. `sync` says
 * whether all went well, and may fail.
 */
export function syncInBackground(sync: () => Promise<boolean>): void {
  defineTask(NAME, async () =>
    (await sync().catch(() => false)) ? BackgroundTaskResult.Success : BackgroundTaskResult.Failed,
  );
  // A phone on which nothing may run in the background syncs while the app is open.
  void register().catch(() => undefined);
}

/** The system remembers it over restarts, and counts each time that it is told. */
async function register(): Promise<void> {
  if (await isTaskRegisteredAsync(NAME)) return;
  await registerTaskAsync(NAME, { minimumInterval: EVERY_MINUTES });
}
