/** The days of a grid as one column: a row of boxes for each, from one to the next by a key. */
import { productOf, type Product, type Well } from '@wellpulse/contracts';
import {
  BULK_FIELDS,
  BulkGrid,
  cellToFillAfter,
  isEntered,
  knownDays,
  unusualSentence,
  useObserved,
  useWords,
  type BulkDay,
  type BulkField,
  type Cell,
  type CellNote,
  type RecordedVolumes,
} from '@wellpulse/forms';
import { useRouter } from 'expo-router';
import { useRef, useState, type ReactNode } from 'react';
import type { TextInput } from 'react-native';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { useToast } from '../../components/Toast.tsx';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { showBox } from '../../native/screen/show-box';
import { AskBar, useFreshQuestion } from '../entry/AskBar.tsx';
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

  const asked = days.flatMap((day) => {
    const phase = desk.phase(day);
    return phase?.kind === 'ASKED' ? phase.questions.map((question) => ({ day, question })) : [];
  });
  const sentenceOf = ({ day, question }: (typeof asked)[number]): string =>
    unusualSentence(words, question, day.date === today);
  const isFresh = useFreshQuestion(
    asked.length === 0
      ? null
      : asked.map(({ day, question: { field, volume } }) => `${day.date} ${field} ${String(volume)}`).join(),
  );

  const focus = (cell: Cell) => {
    const box = boxes.current.get(nameOf(cell));
    box?.focus();
    // What is said at the thumb takes room from the boxes, a moment later.
    requestAnimationFrame(() => {
      showBox(box);
    });
  };
  const noteOf = (row: number, field: BulkField): CellNote => {
    const note = grid.noteOf(days, row, field, before, company.varianceThresholdPercent);
    const one = asked.find(({ day, question }) => day === days[row] && question.field === field);
    return one === undefined || note.error !== undefined ? note : { ...note, warning: sentenceOf(one) };
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
        <AskBar
          asked={asked.map((one) => ({
            name: `${one.day.date} ${one.question.field}`,
            said: `${words.formatDayRelative(one.day.date, today)}, ${words.productNames[one.question.product]}: ${sentenceOf(one)}`,
            // Several buttons would not say which box each of them is for.
            meant: asked.length === 1 ? one.question.meant : null,
            onTake: (text) => {
              grid.type(one.day, one.question.field, text);
            },
          }))}
          isFresh={isFresh}
          problem={problem ?? grid.message}
          label={filled === 0 ? formTexts.saveDays : formTexts.saveNumberOfDays(filled)}
          busy={isSaving}
          onSave={save}
        />
      }
    >
      {head}
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
            noteOf={(field) => noteOf(row, field)}
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
