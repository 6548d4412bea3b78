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

  const nameIn = ({ eventType, wellName, item }: PendingContent & { kind: 'ENTRY' }): string | null => {
    if (eventType.startsWith('PRODUCTION_')) return wellName ?? pending.someWell;
    if (!eventType.startsWith('EQUIPMENT_')) return null;
    return item === null ? codes.someEquipment.toLowerCase() : equipmentName(item);
  };

  /** "Production, Acme #1, 20 Oct", "3 photos, 2.4 MB". */
  function formatPending(content: PendingContent): string {
    if (content.kind === 'PHOTO') return pending.photo(formatBytes(content.bytes));
    if (content.kind === 'PHOTOS') return pending.photos(content.count, formatBytes(content.bytes));
    const day = content.day === null ? null : formatDayShort(content.day);
    return [pending.entries[content.eventType], nameIn(content), day]
      .filter((part) => part !== null)
      .join(', ');
  }

  return { formatPending };
}
