/** The lines that are left of what the office has had for six months. */
import { Button, Card, useWords } from '@wellpulse/ui';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';

export function ArchivedEntries() {
  const { deskWords, formatInstant } = useWords();
  const { company } = useSession();
  const { items = [], hasMore, readMore } = usePages('activity.archived', {});
  if (items.length === 0) return null;
  return (
    <Card flush title={deskWords.older} description={deskWords.olderHint}>
      <ul className="divide-y divide-line">
        {items.map((line) => (
          <li key={line.eventId} className="num flex flex-wrap gap-5 px-5 py-3 text-base">
            <span className="grow">{deskWords.entryNumber(line.deviceSequence)}</span>
            <span>{deskWords.entryStatusNames[line.status]}</span>
            <span className="text-ink-muted">{formatInstant(line.settledAt, company.timeZone)}</span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="field" className="m-5" onClick={readMore}>
          {deskWords.showMore}
        </Button>
      )}
    </Card>
  );
}
