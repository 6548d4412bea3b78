/** A day of the grid: its name, three boxes beside each other, and what is to be said of them. */
import { factsOf, type Product, type Well } from '@wellpulse/contracts';
import {
  cellsOf,
  useWords,
  type BulkDay,
  type BulkField,
  type CellNote,
  type KnownDay,
} from '@wellpulse/forms';
import { StyleSheet, View, type TextInput } from 'react-native';
import { Icon } from '../../components/Icon.tsx';
import { Onward } from '../../components/lists/Onward.tsx';
import { Input } from '../../components/inputs/Input.tsx';
import { LinkRow } from '../../components/LinkRow.tsx';
import { ProductMark } from '../../components/ProductMark.tsx';
import { Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { BOX_HEIGHT, GAP, RADIUS, textSize, useColours } from '../../lib/theme.tsx';
import { ConflictNote } from '../entry/ConflictNote.tsx';

/** A box of each day. */
export interface WeekColumn {
  readonly field: BulkField;
  /** Its place among all columns of the grid. */
  readonly column: number;
  readonly product: Product;
}

export interface WeekDayProps {
  readonly well: Well;
  readonly day: KnownDay;
  readonly record: BulkDay['record'];
  /** It is entered already: its own screen changes it. */
  readonly isLocked: boolean;
  readonly isLast: boolean;
  readonly columns: readonly WeekColumn[];
  readonly today: string;
  readonly noteOf: (field: BulkField) => CellNote;
  /** What is wrong with the day as a whole. */
  readonly dayError: string | undefined;
  readonly refOf: (column: number) => (input: TextInput | null) => void;
  readonly onType: (field: BulkField, text: string) => void;
  /** The person has left the number of a column. */
  readonly onDone: (column: number) => void;
}

export function WeekDay(props: WeekDayProps) {
  const { well, day, record, isLocked, columns, today, noteOf, dayError } = props;
  const words = useWords();
  const { desk } = useSession();
  const name = words.formatDayRelative(day.date, today);
  const isEstimate = record !== null && record.estimatedFrom !== null;
  if (isLocked && record !== null) {
    return (
      <LinkRow
        href={{ pathname: '/wells/[wellId]/[day]', params: { wellId: well.id, day: day.date } }}
        label={words.fieldWords.readReading(words.formatDay(day.date))}
      >
        <Icon name="done" colour="good" />
        <View style={styles.said}>
          <Words bold>{name}</Words>
          <Words figures>
            {columns
              .map(({ field, product }) => words.formatVolumeWithUnit(numberIn(record, field), product))
              .join(' · ')}
          </Words>
          {isEstimate && (
            <Words size="base" colour="unknown">
              {words.readingWords.estimated}
            </Words>
          )}
        </View>
        <Onward />
      </LinkRow>
    );
  }
  const text = cellsOf({ record }, desk.draft(day));
  const notes = columns.flatMap(({ field, product }) => {
    const { error, warning } = noteOf(field);
    const said = error ?? warning;
    const colour = error === undefined ? ('attention' as const) : ('bad' as const);
    return said === null ? [] : [{ field, colour, said: `${words.productNames[product]}: ${said}` }];
  });
  return (
    <View role="group" aria-label={name} style={styles.day}>
      <Words bold>{name}</Words>
      <View style={styles.boxes}>
        {columns.map((column) => (
          <WeekBox key={column.field} {...props} column={column} text={text[column.field]} name={name} />
        ))}
      </View>
      {notes.map(({ field, colour, said }) => (
        <Words key={field} size="base" bold colour={colour} role="status">
          {said}
        </Words>
      ))}
      {dayError !== undefined && desk.phase(day)?.kind !== 'CONFLICT' && (
        <Words size="base" bold colour="bad" role="alert">
          {dayError}
        </Words>
      )}
      <ConflictNote desk={desk} place={day} wellName={well.name} />
    </View>
  );
}

interface WeekBoxProps extends Omit<WeekDayProps, 'columns'> {
  readonly column: WeekColumn;
  readonly text: string;
  /** Of the day. */
  readonly name: string;
}

function WeekBox({ column: own, text, name, isLast, noteOf, refOf, onType, onDone }: WeekBoxProps) {
  const { field, product, column } = own;
  const { productNames } = useWords();
  const colours = useColours();
  const { error, warning } = noteOf(field);
  const edge =
    error !== undefined ? colours.bad : warning !== null ? colours.attention : colours['line-control'];
  const isEnd = isLast && product === 'WATER';
  return (
    <View style={styles.column}>
      <View style={styles.mark} aria-hidden>
        <ProductMark product={product} />
        <Words size="base" colour="ink-muted">
          {factsOf('production', field)?.unit ?? ''}
        </Words>
      </View>
      <Input
        ref={refOf(column)}
        value={text}
        aria-label={`${productNames[product]}, ${name}`}
        aria-invalid={error !== undefined}
        inputMode="decimal"
        autoComplete="off"
        autoCorrect={false}
        selectTextOnFocus
        submitBehavior="submit"
        returnKeyType={isEnd ? 'done' : 'next'}
        onChangeText={(typed) => {
          onType(field, typed);
        }}
        onSubmitEditing={() => {
          onDone(column);
        }}
        style={[
          styles.box,
          textSize('lg'),
          { color: colours.ink, backgroundColor: colours.surface, borderColor: edge },
          (error !== undefined || warning !== null) && styles.thick,
        ]}
      />
    </View>
  );
}

const numberIn = (record: NonNullable<BulkDay['record']>, field: BulkField): number | null => {
  const value = record[field];
  return typeof value === 'number' ? value : null;
};

const styles = StyleSheet.create({
  said: { flex: 1, gap: 2 },
  day: { gap: 8 },
  boxes: { flexDirection: 'row', gap: GAP },
  column: { flex: 1, gap: 4 },
  mark: { flexDirection: 'row', alignItems: 'center', gap: 6 },
  box: {
    minHeight: BOX_HEIGHT + 6,
    width: '100%',
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 8,
    textAlign: 'right',
    fontVariant: ['tabular-nums'],
    fontWeight: '600',
  },
  thick: { borderWidth: 3, paddingHorizontal: 6 },
});
