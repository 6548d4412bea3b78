/** The life of a record, as far as it was written on this laptop. */
import { Badge, Dialog, HistorySteps, Skeleton, useWords } from '@wellpulse/ui';
import { Hourglass } from 'lucide-react';
import type { Input } from '../../../shared/bridge/contract.ts';
import { useMain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';

export interface HistoryDialogProps {
  readonly of: Input<'history.of'>;
  readonly description: string;
  readonly onClose: () => void;
}

const ofNoName = () => null;

export function HistoryDialog({ of, description, onClose }: HistoryDialogProps) {
  const { controlTexts, fieldWords } = useWords();
  const { timeZone } = useSession().company;
  const { data: steps } = useMain('history.of', of);
  const pending = new Set(steps?.flatMap(({ eventId, isPending }) => (isPending ? [eventId] : [])));
  return (
    <Dialog open size="lg" title={controlTexts.history} description={description} onOpenChange={onClose}>
      {steps === undefined ? (
        <Skeleton className="h-40" />
      ) : (
        <HistorySteps
          entries={steps}
          moment={{ timeZone }}
          deviceNameOf={ofNoName}
          noteOf={(eventId) =>
            pending.has(eventId) ? (
              <Badge tone="attention" icon={<Hourglass aria-hidden />}>
                {fieldWords.notSentYet}
              </Badge>
            ) : null
          }
        />
      )}
      <p className="mt-5 text-sm text-ink-muted">{fieldWords.historyHere}</p>
    </Dialog>
  );
}
