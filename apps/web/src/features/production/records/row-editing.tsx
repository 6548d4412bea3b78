'use client';

/** Editing one record of a table in its place. The table's cells reach the row that is being edited through this. */
import {
  productOf,
  PRODUCTION_VALUE_NAMES,
  VOLUME_FIELDS,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { addDays, measuredVolumes } from '@wellpulse/domain';
import {
  comparedVolume,
  knownOfRecord,
  phaseSentence,
  RowEdit,
  textOf,
  useObserved,
  useWhenKnown,
  varianceNote,
  type KnownDay,
  type SavePhase,
  type VolumesText,
} from '@wellpulse/forms';
import { QuestionNote, toast, useWords } from '@wellpulse/ui';
import { createContext, use, useState } from 'react';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useLastMeasured, useRecordOfDay } from '../../../queries/production-queries.ts';
import { useEntryDesk } from '../entry/entry-desk.tsx';

export interface RowEditing {
  readonly edit: RowEdit;
  /** The day that is being edited; null for none. */
  readonly known: KnownDay | null;
  readonly text: VolumesText | null;
  readonly phase: SavePhase | null;
  /** The record of the day before; null while it is not known or there is none. */
  readonly previous: ProductionRecord | null;
  readonly isSaving: boolean;
  /** What is remarkable about a box that was changed; null for nothing. */
  readonly noteOf: (field: ProductionValueName) => string | null;
  readonly type: (changed: Partial<VolumesText>) => void;
  readonly leave: (field: ProductionValueName) => void;
  readonly save: () => void;
  /** It is saved, also over what somebody else has saved. */
  readonly tell: (saved: ProductionRecord | null) => void;
}

/** The sentence under the row describes its boxes. */
export const ROW_NOTE_ID = 'record-row-note';

const RowEditingContext = createContext<RowEditing | null>(null);
export const RowEditingProvider = RowEditingContext;

export function useRowEditing(): RowEditing {
  const editing = use(RowEditingContext);
  if (editing === null)
    throw new Error('A cell that can be edited needs a RowEditingProvider around its table');
  return editing;
}

export function useNewRowEditing(wellId: string): RowEditing {
  const words = useWords();
  const { today, varianceThresholdPercent } = useSession();
  const desk = useEntryDesk();
  const [edit] = useState(() => new RowEdit(desk));
  useObserved(edit, () => edit.revision, 0);
  useObserved(desk, () => desk.revision, 0);
  const { record } = edit;
  const dayBefore = record === null ? '' : addDays(record.productionDate, -1);
  const ofDayBefore = useRecordOfDay(wellId, dayBefore);
  const measuredLast = useLastMeasured(wellId, record?.productionDate ?? '');
  const { data: previous = null } = ofDayBefore;
  const { data: last = null } = measuredLast;
  const known =
    record === null ? null : knownOfRecord(record, { last, dayBefore: measuredVolumes(previous) });
  const draft = known === null ? null : desk.draft(known);
  const text = known === null ? null : textOf(known, draft);
  const phase = known === null ? null : desk.phase(known);
  const start = known === null ? null : textOf(known, null);

  const tell = (saved: ProductionRecord | null) => {
    if (saved !== null) toast.success(words.productionTexts.dayKept(words.formatDay(saved.productionDate)));
  };
  const [save, isWaiting] = useWhenKnown(!ofDayBefore.isLoading && !measuredLast.isLoading, () => {
    if (known === null || phase?.kind === 'SAVING') return;
    const { staysAt, done } = edit.save(known, { words, today });
    if (staysAt !== null) {
      document.querySelector<HTMLInputElement>(`[data-record-box="${staysAt}"]`)?.focus();
    }
    void done.then(tell);
  });
  return {
    edit,
    known,
    text,
    phase,
    previous,
    isSaving: phase?.kind === 'SAVING' || isWaiting,
    noteOf: (field) => {
      const product = productOf(field);
      if (product === undefined || text === null || text[field] === start?.[field]) return null;
      const compared = comparedVolume(previous, VOLUME_FIELDS[product]);
      return varianceNote(words, text[field], compared, product, varianceThresholdPercent);
    },
    type: (changed) => {
      if (known !== null) desk.type(known, changed);
    },
    leave: (field) => {
      if (known !== null) desk.leave(known, field, { words });
    },
    save,
    tell,
  };
}

/** Under the row: what is wrong with it, what is asked about, or what is remarkable. Null for nothing. */
export function rowNote(editing: RowEditing, today: string) {
  const { phase, known, noteOf } = editing;
  if (known === null) return null;
  const isWrong = phase?.kind === 'WRONG' || phase?.kind === 'REFUSED';
  const remarks = PRODUCTION_VALUE_NAMES.filter((field) => noteOf(field) !== null);
  if (!isWrong && phase?.kind !== 'ASKED' && remarks.length === 0) return null;
  return <RowNote editing={editing} known={known} isToday={known.date === today} />;
}

function RowNote({ editing, known, isToday }: { editing: RowEditing; known: KnownDay; isToday: boolean }) {
  const words = useWords();
  const { phase, noteOf, type } = editing;
  if (phase?.kind === 'ASKED') {
    return (
      <div id={ROW_NOTE_ID} className="flex flex-col gap-1">
        {phase.questions.map((question) => (
          <QuestionNote
            key={question.field}
            question={question}
            isToday={isToday}
            onTake={(value) => {
              type({ [question.field]: value });
            }}
          />
        ))}
      </div>
    );
  }
  if (phase?.kind === 'WRONG' || phase?.kind === 'REFUSED') {
    return (
      <p id={ROW_NOTE_ID} role="alert" className="text-xs text-bad">
        {phaseSentence(words, phase, isToday)}
      </p>
    );
  }
  const remarks = PRODUCTION_VALUE_NAMES.flatMap((field) => {
    const note = noteOf(field);
    return note === null ? [] : [`${words.fieldLabel('production', field)}: ${note}`];
  });
  return (
    <p id={ROW_NOTE_ID} className="text-xs text-attention" title={words.formatDay(known.date)}>
      {remarks.join('. ')}
    </p>
  );
}
