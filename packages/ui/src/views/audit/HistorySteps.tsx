'use client';

import { locationSchema, type HistoryEntry } from '@wellpulse/contracts';
import { NO_VALUE } from '@wellpulse/words';
import { ArrowRight } from 'lucide-react';
import { CopyButton } from '../../components/buttons/CopyButton.tsx';
import { Avatar } from '../../components/display/Avatar.tsx';
import { EmptyState } from '../../components/feedback/EmptyState.tsx';
import { PlaceNote } from '../../components/feedback/PlaceNote.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { ReactNode } from 'react';
import type { Moment } from '../host.ts';

export interface HistoryStepsProps {
  readonly entries: readonly HistoryEntry[];
  readonly moment: Pick<Moment, 'timeZone'>;
  /** Null for a device that is not known here. */
  readonly deviceNameOf: (deviceId: string | null) => string | null;
  /** What more is to be said of a step, such as that it waits; null for nothing. */
  readonly noteOf?: (eventId: string) => ReactNode;
}

/**
 * The life of a record, newest first as in all lists: who wrote what, when and from where, and what it was before.
 *
 * @example
 * <HistorySteps entries={entries} moment={moment} deviceNameOf={nameOf} />
 */
export function HistorySteps({ entries, ...shared }: HistoryStepsProps) {
  const { controlTexts } = useWords();
  if (entries.length === 0) return <EmptyState title={controlTexts.noHistory} />;
  return (
    <ol className="flex flex-col gap-5">
      {[...entries].reverse().map((entry) => (
        <HistoryStep key={entry.eventId} entry={entry} {...shared} />
      ))}
    </ol>
  );
}

const TOLD_DELAY_MS = 60_000;

interface HistoryStepProps extends Omit<HistoryStepsProps, 'entries'> {
  readonly entry: HistoryEntry;
}

function HistoryStep({ entry, moment: { timeZone }, deviceNameOf, noteOf }: HistoryStepProps) {
  const words = useWords();
  const { controlTexts } = words;
  // What was entered out of reach of a network came later than it was done.
  const doneAt = entry.deviceId === null ? entry.receivedAt : entry.occurredAt;
  const cameLater = Date.parse(entry.receivedAt) - Date.parse(doneAt) > TOLD_DELAY_MS;
  const who = entry.userName ?? words.sourceNames[entry.source];
  return (
    <li className="flex gap-3">
      <Avatar name={who} />
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{words.eventName(entry.eventType)}</p>
        <p className="text-xs text-ink-subtle">
          {who} · {deviceNameOf(entry.deviceId) ?? words.sourceNames[entry.source]} ·{' '}
          <time dateTime={doneAt}>{words.formatInstant(doneAt, timeZone)}</time>
          {cameLater && (
            <>
              {', '}
              <time dateTime={entry.receivedAt}>
                {controlTexts.cameAt(words.formatInstant(entry.receivedAt, timeZone))}
              </time>
            </>
          )}
        </p>
        {noteOf?.(entry.eventId)}
        {entry.changes.length > 0 && (
          <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
            {entry.changes.map(({ field, from, to }) => (
              <div key={field} className="group col-span-2 grid min-h-7 grid-cols-subgrid items-center">
                <dt className="text-ink-muted">{words.fieldName(field)}</dt>
                <dd className="num flex flex-wrap items-center gap-1.5">
                  <span className="text-ink-subtle line-through decoration-line-strong">
                    {words.fieldValue(field, from)}
                  </span>
                  <ArrowRight aria-hidden className="size-3 text-ink-subtle" />
                  <span className="sr-only">{controlTexts.became}</span>
                  <NewValue field={field} value={to} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}

/** What a field became, to be copied. */
function NewValue({ field, value }: { field: string; value: unknown }) {
  const words = useWords();
  const location = locationSchema.safeParse(value).data;
  if (location !== undefined) return <PlaceNote location={location} />;
  const text = words.fieldValue(field, value);
  return (
    <span className="inline-flex items-center gap-1">
      <span className="[overflow-wrap:anywhere]">{text}</span>
      {text !== NO_VALUE && (
        <span className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 field:hidden">
          <CopyButton
            text={typeof value === 'number' ? String(value) : text}
            what={words.fieldName(field).toLowerCase()}
          />
        </span>
      )}
    </span>
  );
}
