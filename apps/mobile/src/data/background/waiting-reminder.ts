/** Reminds whoever does not open the app that entries wait: the phone itself says so, at the end of each shift. */
import { nextReminder } from '@wellpulse/domain';
import type { OfflineClient } from '@wellpulse/offline';
import { createWords, type Language } from '@wellpulse/words';
import type { Reminder, Reminders } from '../../native/ports.ts';
import type { Preferences } from '../preferences.ts';

/** A phone without a network does not wake the app: what it says for a day is planned ahead. */
const SHIFTS_AHEAD = 3;

/** The end of each shift to come, for which something has waited; none for nothing. */
function timesOf(waitingSince: string | null, now: number): readonly number[] {
  const times: number[] = [];
  for (let at = nextReminder(waitingSince, now); at !== null && times.length < SHIFTS_AHEAD;) {
    times.push(at);
    at = nextReminder(waitingSince, at);
  }
  return times;
}

/** Plans what is wanted last, one plan after the other. */
class Planner {
  readonly #reminders: Reminders;
  #wanted: readonly Reminder[] = [];
  /** What the platform was told: null before that is known. */
  #told: string | null = null;
  #telling: Promise<void> | null = null;

  constructor(reminders: Reminders) {
    this.#reminders = reminders;
  }

  /** Resolves once the platform was told, of this or of what was wanted since. */
  want(reminders: readonly Reminder[]): Promise<void> {
    this.#wanted = reminders;
    this.#telling ??= this.#tell();
    return this.#telling;
  }

  async #tell(): Promise<void> {
    let wanted: readonly Reminder[] | null = null;
    while (wanted !== this.#wanted) {
      wanted = this.#wanted;
      // A reminder that can't be planned is no reason for anything else to fail.
      await this.#plan(wanted).catch(() => undefined);
    }
    this.#telling = null;
  }

  async #plan(wanted: readonly Reminder[]): Promise<void> {
    const isAllowed = wanted.length > 0 && (await this.#reminders.access()) === 'GRANTED';
    const allowed = isAllowed ? wanted : [];
    const told = JSON.stringify(allowed);
    if (told === this.#told) return;
    await this.#reminders.plan(allowed);
    this.#told = told;
  }
}

/** What is followed, and by what a person is reminded. */
export interface ReminderParts {
  readonly status: Pick<OfflineClient['status'], 'current' | 'subscribe'>;
  readonly preferences: Preferences;
  readonly reminders: Reminders;
  /** What people read on this device. */
  readonly language: () => Language;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Reminding that goes on. */
export interface Reminding {
  /** Looks at what waits, and resolves once the platform was told. */
  readonly look: () => Promise<void>;
  /** What is planned stays. */
  readonly end: () => void;
}

/**
 * Plans reminders while entries wait and a person wants them, and takes them back once the office has all.
 *
 * @example
 * const { end } = remindOfWaiting({ status: client.status, preferences, reminders, language, now: Date.now });
 */
export function remindOfWaiting({ status, preferences, reminders, language, now }: ReminderParts): Reminding {
  const planner = new Planner(reminders);
  /** Undefined until it is known. */
  let waitingSince: string | null | undefined;
  const plan = async (): Promise<void> => {
    if (waitingSince === undefined) return;
    const { deskWords, thisDeviceWords } = createWords(language());
    const text = { title: deskWords.overdueTitle, body: thisDeviceWords.reminder };
    const times = preferences.values.reminders ? timesOf(waitingSince, now()) : [];
    await planner.want(times.map((at) => ({ at, ...text })));
  };
  const ends = [
    preferences.subscribe(() => void plan()),
    status.subscribe((current) => {
      ({ waitingSince } = current);
      void plan();
    }),
  ];
  return {
    look: async () => {
      ({ waitingSince } = await status.current());
      await plan();
    },
    end: () => {
      for (const end of ends) end();
    },
  };
}
