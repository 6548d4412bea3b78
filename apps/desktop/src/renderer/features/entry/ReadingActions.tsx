/** What can be done with a reading that is saved: taking it back, and looking at what became of it. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { mayTakeBack } from '@wellpulse/forms';
import { Button, ConfirmDialog, toast, useWords } from '@wellpulse/ui';
import { History, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { call, problemSentence } from '../../lib/bridge.ts';
import { readAgain } from '../../lib/queries.ts';
import { useSession } from '../../lib/session.tsx';
import { useNameOf } from '../../lib/use-name-of.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';

export interface ReadingActionsProps {
  readonly well: { readonly id: string; readonly name: string };
  readonly record: ProductionRecord;
  readonly onTakenBack: () => void;
}

export function ReadingActions({ well, record, onTakenBack }: ReadingActionsProps) {
  const words = useWords();
  const { fieldWords, productionTexts, controlTexts } = words;
  const { company, person } = useSession();
  const nameOf = useNameOf();
  const [isAsking, setAsking] = useState(false);
  const [isHistory, setHistory] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const day = words.formatDayFull(record.productionDate);

  const takeBack = async () => {
    try {
      const refused = await call('entries.remove', { wellId: well.id, day: record.productionDate });
      if (refused !== null) {
        setProblem(words.formatTrouble(refused.trouble));
        return;
      }
      setAsking(false);
      toast.success(fieldWords.takenBack(day));
      await readAgain();
      onTakenBack();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-5 rounded-xl bg-accent-soft px-5 py-3 text-accent-text">
      <p className="min-w-0 grow basis-60">
        {productionTexts.alreadyEntered(
          nameOf(record.updatedBy),
          words.formatInstant(record.updatedAt, company.timeZone),
        )}
      </p>
      <Button
        size="field"
        icon={<History aria-hidden />}
        onClick={() => {
          setHistory(true);
        }}
      >
        {controlTexts.history}
      </Button>
      {mayTakeBack(person, record) && (
        <Button
          size="field"
          icon={<Undo2 aria-hidden />}
          onClick={() => {
            setProblem(null);
            setAsking(true);
          }}
        >
          {fieldWords.takeBack}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        danger
        onOpenChange={setAsking}
        title={fieldWords.takeBackOf(day)}
        description={fieldWords.takeBackMeans(well.name)}
        confirmLabel={fieldWords.takeBack}
        onConfirm={() => void takeBack()}
        {...(problem === null ? {} : { error: problem })}
      />
      {isHistory && (
        <HistoryDialog
          of={{ kind: 'READING', wellId: well.id, day: record.productionDate }}
          description={`${well.name}, ${day}`}
          onClose={() => {
            setHistory(false);
          }}
        />
      )}
    </div>
  );
}
