/** Where two people changed the same record: what waits for a choice, and what the rules settled. */
import { Button, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { Handshake } from 'lucide-react';
import { useEffect } from 'react';
import { PageTitle } from '../../components/PageTitle.tsx';
import { call } from '../../lib/bridge.ts';
import { usePages } from '../../lib/use-pages.ts';
import { ConflictContainer } from './ConflictContainer.tsx';

export function ConflictsPage() {
  const { deskWords } = useWords();
  const open = usePages('conflicts.list', { isOpen: true });
  const settled = usePages('conflicts.list', { isOpen: false });
  // Who leaves the page has looked: what is new stays marked until then.
  useEffect(() => () => void call('conflicts.looked', {}).catch(() => undefined), []);
  if (open.items === undefined || settled.items === undefined) return <Skeleton className="h-96" />;
  const lines = [...open.items, ...settled.items];
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        title={deskWords.conflicts}
        below={deskWords.conflictsHint}
        back={{ href: '/sync', label: `${deskWords.back}: ${deskWords.sync}` }}
      />
      {lines.length === 0 && <EmptyState icon={<Handshake aria-hidden />} title={deskWords.noConflicts} />}
      {lines.map((line) => (
        <ConflictContainer key={line.conflict.id} line={line} />
      ))}
      {(open.hasMore || settled.hasMore) && (
        <Button
          size="field"
          className="self-start"
          onClick={() => {
            if (open.hasMore) open.readMore();
            else settled.readMore();
          }}
        >
          {deskWords.showMore}
        </Button>
      )}
    </div>
  );
}
