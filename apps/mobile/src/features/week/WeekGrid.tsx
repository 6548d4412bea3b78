/** The days of a grid as one column: a row of boxes for each, from one to the next by a key. */
import { productOf, type Product, type Well } from '@wellpulse/contracts';
import {
  BULK_FIELDS,
  BulkGrid,
  cellToFillAfter,
  isEntered,
  knownDays,
  useObserved,
  useWords,
  type BulkDay,
  type Cell,
  type RecordedVolumes,
} from '@wellpulse/forms';
import { useRouter } from 'expo-router';
import { useRef, useState, type ReactNode } from 'react';
import type { TextInput } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useToast } from '../../components/Toast.tsx';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { WeekDay, type WeekColumn } from './WeekDay.tsx';

export interface WeekGridProps {
  readonly well: Well;
  /** Oldest first. */
  readonly days: readonly BulkDay[];
  /** The record of the day before the first row, for its warnings. */
  readonly before: RecordedVolumes | null;
  /** Whether the days were read from the disk. */
  readonly isRead: boolean;
  /** Above the days. */
  readonly head: ReactNode;
}

/** The volumes alone: a note is typed with its day. */
const COLUMNS: readonly WeekColumn[] = BULK_FIELDS.flatMap((field, column) => {
  const product: Product | undefined = productOf(field);
  return product === undefined ? [] : [{ field, column, product }];
});

const nameOf = ({ row, column }: Cell): string => `${String(row)}.${String(column)}`;

export function WeekGrid({ well, days: given, before, isRead, head }: WeekGridProps) {
  const words = useWords();
  const { formTexts, fieldWords, productionTexts } = words;
  const { desk, company } = useSession();
  const today = useToday();
  const router = useRouter();
  const say = useToast();
  const boxes = useRef(new Map<string, TextInput>());
  const [grid] = useState(() => new BulkGrid(desk, words));
  useObserved(desk, () => desk.revision, -1);
  useObserved(grid, () => grid.revision, -1);
  const days = knownDays(well.id, given, before, (place) => desk.draft(place));
  const isLocked = (row: number): boolean => {
    const known = days[row];
    return known !== undefined && isEntered({ record: given[row]?.record ?? null }, desk.draft(known));
  };
  const isSaving = days.some((day) => desk.phase(day)?.kind === 'SAVING');
  const filled = grid.filled(days);
  const problem = grid.problem(days);

  const focus = (cell: Cell) => {
    boxes.current.get(nameOf(cell))?.focus();
  };
  const save = () => {
    const { staysAt, done } = grid.save(days, { words, today });
    if (staysAt !== null) {
      const field = grid.fieldToLookAt(staysAt);
      const row = days.findIndex(({ date }) => date === staysAt.date);
      focus({ row, column: field === null ? 0 : BULK_FIELDS.indexOf(field) });
    }
    void done.then((total) => {
      if (total === 0) return;
      say(`${productionTexts.daysSaved(well.name, total)}. ${fieldWords.saved}`);
      if (grid.filled(days) === 0)
        router.replace({ pathname: '/wells/[wellId]', params: { wellId: well.id } });
    });
  };
  const goOn = (from: Cell) => {
    const columns = COLUMNS.map(({ column }) => column);
    const next = cellToFillAfter(from, { columns, rows: days.length, isLocked });
    if (next === null) save();
    else focus(next);
  };
  return (
    <Screen
      top={<SyncBanner timeZone={company.timeZone} />}
      bottom={
        <Button
          kind="PRIMARY"
          wide
          label={filled === 0 ? formTexts.saveDays : formTexts.saveNumberOfDays(filled)}
          busy={isSaving}
          onPress={save}
        />
      }
    >
      {head}
      {grid.message !== null && <Notice alert text={grid.message} />}
      {problem !== null && <Notice tone="bad" alert text={problem} />}
      {isRead &&
        days.map((day, row) => (
          <WeekDay
            key={day.date}
            well={well}
            day={day}
            record={given[row]?.record ?? null}
            isLocked={isLocked(row)}
            isLast={row === days.length - 1}
            columns={COLUMNS}
            today={today}
            noteOf={(field) => grid.noteOf(days, row, field, before, company.varianceThresholdPercent)}
            dayError={grid.dayError(day)}
            refOf={(column) => (input) => {
              if (input !== null) boxes.current.set(nameOf({ row, column }), input);
            }}
            onType={(field, text) => {
              grid.type(day, field, text);
            }}
            onDone={(column) => {
              goOn({ row, column });
            }}
          />
        ))}
    </Screen>
  );
}
