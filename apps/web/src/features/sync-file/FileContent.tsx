'use client';

import type { OpenedExport } from '@wellpulse/offline/export-file';
import { Progress } from '@wellpulse/ui';
import { FormProblem } from '../../components/FormProblem.tsx';
import { Timestamp } from '../../components/Timestamp.tsx';
import { office, words } from '../../lib/language.ts';
import { EventResultRow } from './EventResultRow.tsx';
import { refusalSentence } from './open-file.ts';
import type { EventResult, EventResults } from './send-events.ts';
import type { PhotoResult } from './send-photos.ts';

const texts = office.handover;

export interface FileContentProps {
  readonly content: OpenedExport;
  readonly results: EventResults;
  readonly photoResults: readonly PhotoResult[];
  readonly isSending: boolean;
  readonly error: Error | null;
}

/** More than anybody reads; what went wrong comes first. */
const SHOWN = 300;
const ORDER: Record<EventResult['kind'], number> = { REFUSED: 0, LATER: 1, CONFLICT: 2, TAKEN: 3 };

export function FileContent({ content, results, photoResults, isSending, error }: FileContentProps) {
  const { deviceName, exportedAt, events, photos } = content.manifest;
  const rank = (id: string) => ORDER[results.get(id)?.kind ?? 'TAKEN'];
  const sorted = events.toSorted((left, right) => rank(left.id) - rank(right.id));
  const total = events.length + photos.length;
  const done = results.size + photoResults.length;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        {texts.savedFile(
          <strong key="device" className="font-semibold">
            {deviceName}
          </strong>,
          <Timestamp key="saved" at={exportedAt} />,
          texts.content(events.length, photos.length),
        )}
      </p>
      {content.unread > 0 && <p className="text-sm text-attention">{words.partsNotRead(content.unread)}</p>}
      {isSending && <Progress label={texts.sending} value={done} max={total} />}
      {done > 0 && (
        <p role="status" className="num text-sm font-medium">
          {summary(results, photoResults)}
        </p>
      )}
      {error !== null && <FormProblem>{texts.stopped(refusalSentence(error))}</FormProblem>}
      <ul
        aria-label={texts.entries}
        className="flex flex-col divide-y divide-line rounded-lg border border-line"
      >
        {sorted.slice(0, SHOWN).map((event) => (
          <EventResultRow key={event.id} event={event} result={results.get(event.id)} />
        ))}
      </ul>
      {events.length > SHOWN && (
        <p className="text-sm text-ink-muted">{texts.andMore(events.length - SHOWN)}</p>
      )}
      <PhotoProblems results={photoResults} />
    </div>
  );
}

function summary(results: EventResults, photoResults: readonly PhotoResult[]): string {
  const count = (kind: EventResult['kind']) =>
    [...results.values()].filter((result) => result.kind === kind).length;
  const stored = photoResults.filter(({ problem }) => problem === null).length;
  const parts = [
    texts.taken(count('TAKEN')),
    count('CONFLICT') > 0 && texts.conflicts(count('CONFLICT')),
    count('REFUSED') > 0 && texts.refused(count('REFUSED')),
    count('LATER') > 0 && texts.toSendAgain(count('LATER')),
    photoResults.length > 0 && texts.photosStored(stored),
  ];
  return parts.filter(Boolean).join(', ');
}

function PhotoProblems({ results }: { results: readonly PhotoResult[] }) {
  const failed = results.flatMap(({ photoId, problem }) => (problem === null ? [] : [{ photoId, problem }]));
  if (failed.length === 0) return null;
  return (
    <ul aria-label={texts.photosNotStored} className="flex flex-col gap-1 text-sm text-bad">
      {failed.map(({ photoId, problem }) => (
        <li key={photoId}>{texts.photoNotStored(problem)}</li>
      ))}
    </ul>
  );
}
