/** The log of this laptop as people read it: what was entered, by whom, and what became of it. */
import {
  loggedTitle,
  NO_ACTIVITY_FILTER,
  type ActivityFilter,
  type EntryStatus,
  type LoggedLine,
} from '@wellpulse/forms/device';
import { Badge, Button, Card, EmptyState, Skeleton, toast, useWords, type Tone } from '@wellpulse/ui';
import { FileSpreadsheet, ListChecks } from 'lucide-react';
import { useState } from 'react';
import { PagedList } from '../../components/PagedList.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { call, problemSentence } from '../../lib/bridge.ts';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';
import { ActivityFilters } from './ActivityFilters.tsx';
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
  const [filter, setFilter] = useState<ActivityFilter>(NO_ACTIVITY_FILTER);
  const pages = usePages('activity.list', { filter });
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
      {pages.items === undefined ? (
        <Skeleton className="h-96" />
      ) : (
        <Card flush>
          {pages.items.length === 0 && !pages.hasMore ? (
            <EmptyState
              icon={<ListChecks aria-hidden />}
              title={filter === NO_ACTIVITY_FILTER ? deskWords.noActivity : deskWords.noActivityHint}
            />
          ) : (
            <PagedList {...pages} keyOf={({ id }) => id} row={(line) => <ActivityRow line={line} />} />
          )}
        </Card>
      )}
      <ArchivedEntries />
    </div>
  );
}

function ActivityRow({ line }: { readonly line: LoggedLine }) {
  const words = useWords();
  const { deskWords, eventSummary, formatInstant, formatSkip, formatTrouble } = words;
  const { company } = useSession();
  const summary = eventSummary(line.eventType, line.payload);
  return (
    <div className="flex items-start gap-5 px-5 py-4 text-lg">
      <div className="flex min-w-0 grow flex-col [overflow-wrap:anywhere]">
        <span className="font-semibold">{loggedTitle(words, line)}</span>
        {summary !== '' && <span className="num text-base">{summary}</span>}
        {line.refusal !== null && <span className="text-base text-bad">{formatTrouble(line.refusal)}</span>}
        {line.skipReason !== null && (
          <span className="text-base text-ink-muted">{formatSkip(line.skipReason)}</span>
        )}
        <span className="num text-base text-ink-muted">
          {[
            line.personName ?? words.fieldWords.colleagueFirst,
            formatInstant(line.timestamp, company.timeZone),
            deskWords.entryNumber(line.deviceSequence),
            ...(line.origin === 'IMPORTED' ? [deskWords.imported] : []),
          ].join(' · ')}
        </span>
      </div>
      <Badge tone={TONES[line.status]} className="shrink-0 text-base">
        {deskWords.entryStatusNames[line.status]}
      </Badge>
    </div>
  );
}
