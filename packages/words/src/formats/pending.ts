/** What has not reached the server yet. */
import type { PendingContent } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { codeNames } from './code-names.ts';
import { dayFormats } from './days.ts';
import { quantityFormats } from './quantities.ts';

export function pendingFormats(texts: Texts) {
  const { pending, codes } = texts;
  const { formatBytes } = quantityFormats(texts);
  const { formatDayShort } = dayFormats(texts);
  const { equipmentName } = codeNames(texts);

  function nameIn({ eventType, wellName, item }: PendingContent & { kind: 'ENTRY' }): string {
    if (eventType.startsWith('PRODUCTION_')) return wellName ?? pending.someWell;
    return item === null ? codes.someEquipment.toLowerCase() : equipmentName(item);
  }

  /** "Production entry for Acme #1 (20 Oct)", "3 photos (2.4 MB total)". */
  function formatPending(content: PendingContent): string {
    if (content.kind === 'PHOTO') return pending.photo(formatBytes(content.bytes));
    if (content.kind === 'PHOTOS') return pending.photos(content.count, formatBytes(content.bytes));
    const name = nameIn(content);
    const entry = pending.entries[content.eventType]?.(name) ?? name;
    return content.day === null ? entry : pending.ofDay(entry, formatDayShort(content.day));
  }

  return { formatPending };
}
