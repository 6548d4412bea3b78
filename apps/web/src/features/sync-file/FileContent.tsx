'use client';

import type { ExportContent } from '@wellpulse/offline/export-file';
import { Progress } from '@wellpulse/ui';
import { FormProblem } from '../../components/FormProblem.tsx';
import { When } from '../../components/When.tsx';
import { counted } from '../../lib/words.ts';
import { EventFateRow } from './EventFateRow.tsx';
import { refusalSentence } from './open-file.ts';
import type { EventFate, Fates } from './send-events.ts';
import type { PhotoFate } from './send-photos.ts';

export interface FileContentProps {
  readonly content: ExportContent;
  readonly fates: Fates;
  readonly photoFates: readonly PhotoFate[];
  readonly isSending: boolean;
  readonly error: Error | null;
}

/** More than anybody reads; what went wrong comes first. */
const SHOWN = 300;
const ORDER: Record<EventFate['kind'], number> = { REFUSED: 0, LATER: 1, CONFLICT: 2, TAKEN: 3 };

export function FileContent({ content, fates, photoFates, isSending, error }: FileContentProps) {
  const { deviceName, exportedAt, events, photos } = content.manifest;
  const rank = (id: string) => ORDER[fates.get(id)?.kind ?? 'TAKEN'];
  const sorted = events.toSorted((left, right) => rank(left.id) - rank(right.id));
  const total = events.length + photos.length;
  const done = fates.size + photoFates.length;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        From <strong className="font-semibold">{deviceName}</strong>, saved <When at={exportedAt} />:{' '}
        {counted(events.length, 'entry', 'entries')}
        {photos.length > 0 && ` and ${counted(photos.length, 'photo')}`}.
      </p>
      {isSending && <Progress label="Sending" value={done} max={total} />}
      {done > 0 && (
        <p role="status" className="num text-sm font-medium">
          {summary(fates, photoFates)}
        </p>
      )}
      {error !== null && <FormProblem>{refusalSentence(error)} What was sent stays sent.</FormProblem>}
      <ul aria-label="Entries" className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {sorted.slice(0, SHOWN).map((event) => (
          <EventFateRow key={event.id} event={event} fate={fates.get(event.id)} />
        ))}
      </ul>
      {events.length > SHOWN && (
        <p className="text-sm text-ink-muted">
          And {counted(events.length - SHOWN, 'more entry', 'more entries')}.
        </p>
      )}
      <PhotoProblems fates={photoFates} />
    </div>
  );
}

function summary(fates: Fates, photoFates: readonly PhotoFate[]): string {
  const count = (kind: EventFate['kind']) => [...fates.values()].filter((fate) => fate.kind === kind).length;
  const stored = photoFates.filter(({ problem }) => problem === null).length;
  const parts = [
    `${counted(count('TAKEN'), 'entry', 'entries')} taken`,
    count('CONFLICT') > 0 && `${counted(count('CONFLICT'), 'entry', 'entries')} met another change`,
    count('REFUSED') > 0 && `${counted(count('REFUSED'), 'entry', 'entries')} refused`,
    count('LATER') > 0 && `${counted(count('LATER'), 'entry', 'entries')} to be sent again`,
    photoFates.length > 0 && `${counted(stored, 'photo')} stored`,
  ];
  return parts.filter(Boolean).join(', ');
}

function PhotoProblems({ fates }: { fates: readonly PhotoFate[] }) {
  const failed = fates.flatMap(({ photoId, problem }) => (problem === null ? [] : [{ photoId, problem }]));
  if (failed.length === 0) return null;
  return (
    <ul aria-label="Photos that were not stored" className="flex flex-col gap-1 text-sm text-bad">
      {failed.map(({ photoId, problem }) => (
        <li key={photoId}>A photo was not stored: {problem}</li>
      ))}
    </ul>
  );
}
