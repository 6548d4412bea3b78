'use client';

import type { Conflict, ConflictResolve } from '@wellpulse/contracts';
import { isDeletion, isUndoable } from '@wellpulse/domain';
import { Button, Card, toast, useWords } from '@wellpulse/ui';
import { Check, Combine, Undo2 } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useState } from 'react';
import { FormProblem } from '../../components/FormProblem.tsx';
import { Timestamp } from '../../components/Timestamp.tsx';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useResolveConflict } from '../../queries/conflict-queries.ts';
import { ConflictSides } from './ConflictSides.tsx';
import { ConflictStatusBadge } from './ConflictStatusBadge.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { RecordNow } from './RecordNow.tsx';
import { UndoDialog } from './UndoDialog.tsx';

export interface ConflictCardProps {
  readonly conflict: Conflict;
  /** It was settled here, and may be about to leave the list. */
  readonly onSettled: () => void;
}

export function ConflictCard({ conflict, onSettled }: ConflictCardProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const { may } = useSession();
  const { mutate, isPending, variables, error } = useResolveConflict();
  const [dialog, setDialog] = useState<'MERGE' | 'UNDO' | null>(null);
  const title = words.conflictTitle(conflict);
  const mayChoose = conflict.status === 'OPEN' && may('MANAGE');
  const choose = (choice: 'EXISTING' | 'INCOMING', said: string) => {
    const body: ConflictResolve = { choice };
    mutate(
      { conflictId: conflict.id, body },
      {
        onSuccess: () => {
          toast.success(said);
          onSettled();
        },
      },
    );
  };
  const chooser = (choice: 'EXISTING' | 'INCOMING', label: string, said: string) => (
    <Button
      icon={<Check aria-hidden className="max-sm:hidden" />}
      loading={isPending && variables.body.choice === choice}
      disabled={isPending}
      aria-label={`${label}: ${title}`}
      onClick={() => {
        choose(choice, said);
      }}
    >
      {label}
    </Button>
  );
  return (
    <Card
      flush
      aria-label={title}
      title={
        <Link href={recordAddress(conflict)} className="whitespace-normal hover:underline">
          {title}
        </Link>
      }
      actions={<ConflictStatusBadge status={conflict.status} />}
    >
      <p className="px-4 py-3 text-sm">
        {words.conflictSentence(conflict)}
        {conflict.resolvedAt !== null && (
          <span className="ml-1 text-xs text-ink-muted">
            <Timestamp at={conflict.resolvedAt} />
          </span>
        )}
      </p>
      <ConflictSides
        conflict={conflict}
        actions={
          mayChoose
            ? {
                existing: chooser('EXISTING', conflictTexts.keepThis, conflictTexts.kept(title)),
                incoming: chooser('INCOMING', conflictTexts.takeThat, conflictTexts.taken(title)),
              }
            : undefined
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <RecordNow conflict={conflict} />
        {mayChoose && !isDeletion(conflict) && (
          <Button
            icon={<Combine aria-hidden />}
            aria-label={conflictTexts.mergeNamed(title)}
            onClick={() => {
              setDialog('MERGE');
            }}
          >
            {conflictTexts.merge}
          </Button>
        )}
        {isUndoable(conflict, conflict.current !== null) && may('MANAGE') && (
          <Button
            icon={<Undo2 aria-hidden />}
            aria-label={conflictTexts.undoNamed(title)}
            onClick={() => {
              setDialog('UNDO');
            }}
          >
            {conflictTexts.undoOpen}
          </Button>
        )}
      </div>
      {error !== null && (
        <div className="px-4 pb-3">
          <FormProblem>{problemSentence(words, error)}</FormProblem>
        </div>
      )}
      {dialog === 'MERGE' && (
        <MergeDialog
          conflict={conflict}
          onMerged={onSettled}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
      {dialog === 'UNDO' && (
        <UndoDialog
          conflict={conflict}
          onUndone={onSettled}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </Card>
  );
}

const recordAddress = ({ entity, recordId, wellId }: Conflict): string =>
  entity === 'EQUIPMENT' ? `/equipment/${recordId}` : `/wells/${wellId}`;
