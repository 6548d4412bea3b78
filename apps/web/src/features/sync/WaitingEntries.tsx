'use client';

/** Entries that were not taken and wait for a person: of people who left, and of keys that ended. */
import type { WaitingEntry, WaitingKind } from '@wellpulse/contracts';
import { Card } from '@wellpulse/ui';
import { office } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useWaitingEntries } from '../../queries/waiting-queries.ts';
import { WaitingRow } from './WaitingRow.tsx';

const KINDS: readonly WaitingKind[] = ['AUTHOR_LEFT', 'AUTHOR_MUST_CONFIRM'];

/** Nothing where nothing waits. */
export function WaitingEntries() {
  const { may } = useSession();
  const { data: entries = [] } = useWaitingEntries(may('ENTER'));
  return KINDS.map((kind) => (
    <WaitingList
      key={kind}
      {...office.devices.waiting[kind]}
      entries={entries.filter((entry) => entry.kind === kind)}
    />
  ));
}

interface WaitingListProps {
  readonly title: string;
  readonly about: string;
  readonly entries: readonly WaitingEntry[];
}

function WaitingList({ title, about, entries }: WaitingListProps) {
  if (entries.length === 0) return null;
  return (
    <Card title={title} description={about} flush>
      <ul aria-label={title} className="flex flex-col divide-y divide-line">
        {entries.map((entry) => (
          <WaitingRow key={entry.eventId} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}
