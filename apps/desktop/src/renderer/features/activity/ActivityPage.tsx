/** The log of this laptop as people read it: what was entered, by whom, and what became of it. */
import { Badge, Button, Card, EmptyState, Skeleton, toast, useWords, type Tone } from '@wellpulse/ui';
import { FileSpreadsheet, ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { ActivityFilter } from '../../../shared/bridge/activity.ts';
import type { EntryStatus, LoggedLine } from '../../../shared/bridge/logged-event.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';
import { ActivityFilters, NO_FILTER } from './ActivityFilters.tsx';
import { ArchivedEntries } from './ArchivedEntries.tsx';

const TONES: Record<EntryStatus, Tone> = {
  PENDING: 'accent',
  SYNCED: 'good',
  CONFLICT: 'attention',
  FAILED: 'bad',
  SKIPPED: 'unknown',
};

export function ActivityPage() {
  const words = useWords();
  const { deskWords } = words;
  const [filter, setFilter] = useState<ActivityFilter>(NO_FILTER);
  const { items, hasMore, readMore } = usePages('activity.list', { filter });
  const exportCsv = async () => {
    try {
      const count = await call('activity.export', { filter });
      if (count !== null) toast.success(deskWords.exported(count));
    } catch (error) {
      toast.error(problemSentence(words, error));
    }
  };
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={deskWords.activity} below={deskWords.activityHint}>
        <Button size="field" icon={<FileSpreadsheet aria-hidden />} onClick={() => void exportCsv()}>
          {deskWords.exportCsv}
        </Button>
      </PageTitle>
      <ActivityFilters filter={filter} onChange={setFilter} />
      {items === undefined ? (
        <Skeleton className="h-96" />
      ) : (
        <Card flush>
          {items.length === 0 && !hasMore ? (
            <EmptyState
              icon={<ListChecks aria-hidden />}
              title={deskWords.noActivity}
              description={filter === NO_FILTER ? undefined : deskWords.noActivityHint}
            />
          ) : (
            <ul className="divide-y divide-line">
              {items.map((line) => (
                <li key={line.id}>
                  <ActivityRow line={line} />
                </li>
              ))}
            </ul>
          )}
          {hasMore && (
            <Button size="field" className="m-5" onClick={readMore}>
              {deskWords.showMore}
            </Button>
          )}
        </Card>
      )}
      <ArchivedEntries />
    </div>
  );
}

function ActivityRow({ line }: { readonly line: LoggedLine }) {
  const words = useWords();
  const { deskWords, eventName, eventSummary, formatDayShort, formatInstant, formatSkip, formatTrouble } =
    words;
  const { company } = useSession();
  const subject = [
    line.wellName,
    line.item?.serialNumber,
    line.day === null ? null : formatDayShort(line.day),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
  const summary = eventSummary(line.eventType, line.payload);
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-2 px-5 py-4 text-lg">
      <div className="flex min-w-0 grow basis-72 flex-col">
        <span className="font-semibold [overflow-wrap:anywhere]">
          {[eventName(line.eventType), subject].filter((part) => part !== '').join(', ')}
        </span>
        {summary !== '' && <span className="num text-base [overflow-wrap:anywhere]">{summary}</span>}
        {line.refusal !== null && <span className="text-base text-bad">{formatTrouble(line.refusal)}</span>}
        {line.skipReason !== null && (
          <span className="text-base text-ink-muted">{formatSkip(line.skipReason)}</span>
        )}
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1 text-base text-ink-muted">
        <Badge tone={TONES[line.status]} className="text-base">
          {deskWords.entryStatusNames[line.status]}
        </Badge>
        <span>{line.personName ?? words.requestWords.formerUser}</span>
        <span className="num">{formatInstant(line.timestamp, company.timeZone)}</span>
        <span className="num">
          {`${deskWords.entryNumber(line.deviceSequence)}${line.origin === 'IMPORTED' ? ` · ${deskWords.imported}` : ''}`}
        </span>
      </div>
    </div>
  );
}
