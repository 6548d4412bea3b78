/** What is in the way of a device or of an entry, in sentences. */
import { ENTERED_AGAIN, type OfflineRefusal, type StopReason, type Trouble } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { fieldFormats } from './fields.ts';
import { messageFormats } from './messages.ts';
import { timeFormats } from './times.ts';

/** A reason that speaks of a field names it as the protocol does: "productionDate: Must not be after today". */
const OF_FIELD = /^(\w+)[\w.[\]]*: (.+)$/s;

const MINUTE_MS = 60_000;

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

export function troubleFormats(texts: Pick<Texts, 'calendar' | 'fields' | 'messages' | 'troubles'>) {
  const { troubles } = texts;
  const { fieldName } = fieldFormats(texts);
  const { formatSpan } = timeFormats(texts);

  const sentences = new Map<string, string>([
    ...Object.entries(troubles.problemTitles).map(([code, title]) => [code, `${title}.`] as const),
    ...Object.entries(troubles.refusedEntries),
    ...Object.entries(troubles.deviceTroubles),
  ]);

  const { translated } = messageFormats(texts);

  function withFieldName(part: string): { readonly text: string; readonly isKnown: boolean } {
    const [, field, sentence] = OF_FIELD.exec(part) ?? [];
    const known = translated(sentence ?? part);
    const text = known ?? sentence ?? part;
    if (field === undefined) return { text, isKnown: known !== null };
    return {
      text: `${fieldName(field)} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      isKnown: known !== null,
    };
  }

  /** What the server said of itself, with the fields named as on the screen; null if it is not in this language. */
  function ownSentence(detail: string): string | null {
    const parts = detail
      .split('; ')
      .filter((part) => part !== '')
      .map(withFieldName);
    const isSpoken = troubles.isServersLanguage || parts.every(({ isKnown }) => isKnown);
    if (parts.length === 0 || !isSpoken) return null;
    const text = parts.map((part) => part.text).join('; ');
    return asSentence(text);
  }

  /**
   * One sentence or two. The server's own reason says more than its code: it is used if it can be said in this language. If
   * the code is of a newer server, it is shown as it came.
   */
  function formatTrouble({ code, detail }: Trouble): string {
    if (code === 'DEVICE_FAULT') return troubles.deviceFault(detail ?? '');
    const said = detail ?? '';
    return (
      ownSentence(said) ??
      sentences.get(code) ??
      (said === '' ? troubles.refusedWithoutReason : asSentence(said))
    );
  }

  /** Why an entry was skipped. */
  const formatSkip = (reason: string): string => (reason === ENTERED_AGAIN ? troubles.enteredAgain : reason);

  /** Why sync stopped, and what the person can do. */
  const formatStop = (reason: StopReason): string => troubles.stops[reason];

  /** What became of damaged data; `missing` are the numbers of the entries that are gone. */
  const formatDamage = (missing: readonly number[]): string =>
    missing.length === 0 ? troubles.dataRepaired : troubles.entriesGone(missing.join(', '));

  /** What a device says of its own clock; `offset` is the server's time less its own, in milliseconds. */
  function formatWrongClock(offset: number): string {
    // An answer takes a moment, and a day less that moment is a day.
    const span = formatSpan(Math.round(Math.abs(offset) / MINUTE_MS) * 60);
    return offset < 0 ? troubles.clockAhead(span) : troubles.clockBehind(span);
  }

  /** Who has to come before their entries go. Null stands for somebody whose name is not there. */
  function formatAwaited(names: readonly (string | null)[]): string {
    const named = names.filter((name) => name !== null);
    const unnamed = names.length - named.length;
    return troubles.awaited(
      [...named, ...(unnamed === 0 ? [] : [troubles.unnamedPeople(unnamed)])].join(', '),
    );
  }

  /** Why the offline client could not do what it was asked for. */
  function formatRefusal(refusal: OfflineRefusal): string {
    switch (refusal.code) {
      case 'WEAK_SECRET':
        return troubles.weakSecret(String(refusal.least));
      case 'OTHER_TENANT':
        return refusal.of === 'FILE' ? troubles.otherTenantsFile : troubles.otherTenantsDevice;
      case 'NOT_FAILED':
        return refusal.of === 'ENTRY' ? troubles.entryNotFailed : troubles.photoNotFailed;
      case 'UNSETTLED_EVENTS': {
        const { beforeReset, beforeSignOut, unsettled } = troubles;
        const advice = refusal.before === 'RESET' ? beforeReset : beforeSignOut;
        return `${unsettled(refusal.events, refusal.photos)} ${advice}`;
      }
      case 'NOT_REACHED':
      case 'REFUSED':
        return formatTrouble(refusal.trouble);
      default:
        return troubles.offlineRefusals[refusal.code];
    }
  }

  return {
    formatAwaited,
    formatDamage,
    exportFileErrors: troubles.exportFileErrors,
    formatRefusal,
    formatSkip,
    formatStop,
    formatTrouble,
    formatWrongClock,
    noOutcome: troubles.noOutcome,
    refusedWithoutReason: troubles.refusedWithoutReason,
    newerData: troubles.newerData,
    otherTenantsFile: troubles.otherTenantsFile,
    partsNotRead: troubles.partsNotRead,
    problemTitles: troubles.problemTitles,
    shortOfRoom: troubles.shortOfRoom,
  };
}
