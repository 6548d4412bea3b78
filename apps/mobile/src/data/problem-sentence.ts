import { DeedRefused } from '@wellpulse/forms/device';
import { OfflineError } from '@wellpulse/offline';
import type { Words } from '@wellpulse/words';

/** What a person reads where something was not done. */
export function problemSentence({ formatRefusal, formatTrouble }: Words, error: unknown): string {
  if (error instanceof DeedRefused) return formatTrouble(error.trouble);
  if (error instanceof OfflineError) return formatRefusal(error.refusal);
  return formatTrouble({ code: 'DEVICE_FAULT', detail: error instanceof Error ? error.message : null });
}
