/** The lines that are left of what the office has had for six months. */
import { Card, useWords } from '@wellpulse/ui';
import { PagedList } from '../../components/PagedList.tsx';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';

export function ArchivedEntries() {
  const { deskWords, formatInstant } = useWords();
  const { company } = useSession();
  const pages = usePages('activity.archived', {});
  if (pages.items === undefined || pages.items.length === 0) return null;
  return (
    <Card flush title={deskWords.older} description={deskWords.olderHint}>
      <PagedList
        {...pages}
        keyOf={({ eventId }) => eventId}
        row={(line) => (
          <div className="num flex flex-wrap gap-5 px-5 py-3 text-base">
            <span className="grow">{deskWords.entryNumber(line.deviceSequence)}</span>
            <span>{deskWords.entryStatusNames[line.status]}</span>
            <span className="text-ink-muted">{formatInstant(line.settledAt, company.timeZone)}</span>
          </div>
        )}
      />
    </Card>
  );
}
