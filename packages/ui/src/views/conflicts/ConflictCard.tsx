'use client';

import { isDeletion, isReopenable, isUndoable, type ShownConflict } from '@wellpulse/domain';
import { comparisonNote, recordNow, type ChoiceState } from '@wellpulse/forms';
import { Check, Combine, History, Sparkle, Undo2 } from 'lucide-react';
import { Button } from '../../components/buttons/Button.tsx';
import { Badge } from '../../components/display/Badge.tsx';
import { Card } from '../../components/display/Card.tsx';
import { FormAlert } from '../../forms/FormAlert.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo, Moment, Place } from '../host.ts';
import { Timestamp } from '../Timestamp.tsx';
import { ConflictSides } from './ConflictSides.tsx';
import { ConflictStatusBadge } from './ConflictStatusBadge.tsx';

/** What its person may do with it, as `ConflictChoice` of the forms does it. */
export interface ConflictActions {
  readonly running: ChoiceState['running'];
  readonly onKeep: () => void;
  readonly onTake: () => void;
  readonly onMerge: () => void;
  /** Null where it can't be done, such as on a device. */
  readonly onUndo: (() => void) | null;
  readonly onChooseAgain: (() => void) | null;
}

export interface ConflictCardProps {
  readonly conflict: ShownConflict;
  /** The rules settled it since the person looked. */
  readonly isNew?: boolean;
  /** The tenant's: beyond it a change against the day before raises an alert. */
  readonly thresholdPercent: number;
  readonly moment: Moment;
  readonly linkTo: LinkTo;
  /** Null for who may only read. */
  readonly actions: ConflictActions | null;
  /** Why what was done last was refused, in a sentence. */
  readonly problem?: string | undefined;
}

/**
 * Two people changed the same record: both sides, what became of them, and what can be done.
 *
 * @example
 * <ConflictCard conflict={conflict} thresholdPercent={20} moment={moment} linkTo={linkTo} actions={null} />
 */
export function ConflictCard(props: ConflictCardProps) {
  const { conflict, isNew = false, thresholdPercent, moment, linkTo: LinkToPlace, actions, problem } = props;
  const words = useWords();
  const title = words.conflictTitle(conflict);
  const comparison = comparisonNote(words, conflict, thresholdPercent);
  const mayChoose = actions !== null && conflict.status === 'OPEN';
  return (
    <Card
      flush
      aria-label={title}
      title={
        <LinkToPlace place={placeOf(conflict)} className="whitespace-normal hover:underline">
          {title}
        </LinkToPlace>
      }
      actions={
        <>
          {isNew && (
            <Badge tone="accent" icon={<Sparkle aria-hidden />}>
              {words.conflictTexts.isNew}
            </Badge>
          )}
          <ConflictStatusBadge status={conflict.status} />
        </>
      }
    >
      <p className="px-4 py-3 text-sm">
        {words.conflictSentence(conflict)}
        {conflict.resolvedAt !== null && (
          <span className="ml-1 text-xs text-ink-muted">
            <Timestamp at={conflict.resolvedAt} moment={moment} />
          </span>
        )}
      </p>
      <ConflictSides
        conflict={conflict}
        thresholdPercent={thresholdPercent}
        moment={moment}
        actions={mayChoose ? sideButtons(title, actions, words.conflictTexts) : undefined}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 field:gap-5">
        <div className="min-w-0 flex-1 basis-60">
          <p className="num text-sm text-ink-muted [overflow-wrap:anywhere]">
            <span className="text-ink-subtle">{words.conflictTexts.now} </span>
            {recordNow(words, conflict)}
          </p>
          {comparison !== null && <p className="text-xs text-ink-subtle">{comparison}</p>}
        </div>
        {actions !== null && <Deeds conflict={conflict} title={title} actions={actions} />}
      </div>
      {problem !== undefined && (
        <div className="px-4 pb-3">
          <FormAlert>{problem}</FormAlert>
        </div>
      )}
    </Card>
  );
}

const placeOf = ({ entity, recordId, wellId }: ShownConflict): Place =>
  entity === 'EQUIPMENT' ? { kind: 'ITEM', equipmentId: recordId } : { kind: 'WELL', wellId };

type ConflictTexts = ReturnType<typeof useWords>['conflictTexts'];

function sideButtons(title: string, { running, onKeep, onTake }: ConflictActions, texts: ConflictTexts) {
  const button = (deed: 'KEEP' | 'TAKE', label: string, onClick: () => void) => (
    <Button
      icon={<Check aria-hidden className="max-lg:hidden" />}
      loading={running === deed}
      disabled={running !== null && running !== deed}
      className="max-lg:field:px-2"
      aria-label={`${label}: ${title}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return {
    existing: button('KEEP', texts.keepThis, onKeep),
    incoming: button('TAKE', texts.takeThat, onTake),
  };
}

interface DeedsProps {
  readonly conflict: ShownConflict;
  readonly title: string;
  readonly actions: ConflictActions;
}

function Deeds({ conflict, title, actions }: DeedsProps) {
  const { conflictTexts } = useWords();
  const { running, onMerge, onUndo, onChooseAgain } = actions;
  return (
    <>
      {conflict.status === 'OPEN' && !isDeletion(conflict) && (
        <Button
          icon={<Combine aria-hidden />}
          disabled={running !== null}
          aria-label={conflictTexts.mergeNamed(title)}
          onClick={onMerge}
        >
          {conflictTexts.merge}
        </Button>
      )}
      {onUndo !== null && isUndoable(conflict, conflict.current !== null) && (
        <Button icon={<Undo2 aria-hidden />} aria-label={conflictTexts.undoNamed(title)} onClick={onUndo}>
          {conflictTexts.undoOpen}
        </Button>
      )}
      {onChooseAgain !== null && isReopenable(conflict) && (
        <Button
          icon={<History aria-hidden />}
          loading={running === 'REOPEN'}
          aria-label={conflictTexts.chooseAgainNamed(title)}
          onClick={onChooseAgain}
        >
          {conflictTexts.chooseAgain}
        </Button>
      )}
    </>
  );
}
