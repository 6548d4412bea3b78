'use client';

import { Progress, FormAlert } from '@wellpulse/ui';
import { Timestamp } from '../../components/Timestamp.tsx';
import { office, words } from '../../lib/language.ts';
import { EventResultRow } from './EventResultRow.tsx';
import type { ResultKind } from './event-results.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { SHOWN, type OpenedFile } from './open-file.ts';
import type { PhotoProblem, SentFile } from './send-file.ts';

const texts = office.handover;

export interface FileContentProps {
  readonly file: OpenedFile;
  /** Null before anything was sent. */
  readonly sent: SentFile | null;
  readonly isSending: boolean;
  readonly error: Error | null;
}

/** What went wrong comes first. */
const ORDER: Record<ResultKind, number> = { REFUSED: 0, LATER: 1, CONFLICT: 2, TAKEN: 3 };

export function FileContent({ file, sent, isSending, error }: FileContentProps) {
  const { deviceName, exportedAt } = file.head;
  const listed = eventsToShow(file, sent);
  const done = sent === null ? 0 : countsOf(sent);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        {texts.savedFile(
          <strong key="device" className="font-semibold">
            {deviceName}
          </strong>,
          <Timestamp key="saved" at={exportedAt} />,
          texts.content(file.events, file.photos),
        )}
      </p>
      {file.unread > 0 && <p className="text-sm text-attention">{words.partsNotRead(file.unread)}</p>}
      {isSending && <Progress label={texts.sending} value={done} max={file.events + file.photos} />}
      {sent !== null && (
        <p role="status" className="num text-sm font-medium">
          {summary(file, sent)}
        </p>
      )}
      {error !== null && <FormAlert>{texts.stopped(problemSentence(words, error))}</FormAlert>}
      <ul
        aria-label={texts.entries}
        className="flex flex-col divide-y divide-line rounded-lg border border-line"
      >
        {listed.map((event) => (
          <EventResultRow key={event.id} event={event} result={sent?.events.get(event.id)?.result} />
        ))}
      </ul>
      {file.events > listed.length && (
        <p className="text-sm text-ink-muted">{texts.andMore(file.events - listed.length)}</p>
      )}
      <PhotoProblems problems={sent?.photoProblems ?? []} />
    </div>
  );
}

function eventsToShow({ shown }: OpenedFile, sent: SentFile | null) {
  const rank = (id: string) => ORDER[sent?.events.get(id)?.result.kind ?? 'TAKEN'];
  const known = new Map(shown.map((event) => [event.id, event]));
  for (const [id, { event }] of sent?.events ?? []) known.set(id, event);
  return [...known.values()].sort((left, right) => rank(left.id) - rank(right.id)).slice(0, SHOWN);
}

const countsOf = ({ counts, storedPhotos, photoProblems }: SentFile): number =>
  Object.values(counts).reduce((sum, count) => sum + count, storedPhotos + photoProblems.length);

function summary({ photos }: OpenedFile, { counts, storedPhotos }: SentFile): string {
  const parts = [
    texts.taken(counts.TAKEN),
    counts.CONFLICT > 0 && texts.conflicts(counts.CONFLICT),
    counts.REFUSED > 0 && texts.refused(counts.REFUSED),
    counts.LATER > 0 && texts.toSendAgain(counts.LATER),
    photos > 0 && texts.photosStored(storedPhotos),
  ];
  return parts.filter(Boolean).join(', ');
}

function PhotoProblems({ problems }: { problems: readonly PhotoProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label={texts.photosNotStored} className="flex flex-col gap-1 text-sm text-bad">
      {problems.map(({ photoId, problem }) => (
        <li key={photoId}>{texts.photoNotStored(problem)}</li>
      ))}
    </ul>
  );
}
