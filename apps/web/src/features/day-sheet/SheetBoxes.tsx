'use client';

import { factsOf, productOf, VOLUME_FIELDS, type Product } from '@wellpulse/contracts';
import { assessVariance } from '@wellpulse/domain';
import {
  comparedVolume,
  cx,
  Input,
  isNumber,
  NumberField,
  shownVolume,
  volumeOrNull,
  varianceNote,
  useWords,
  type DayVolumes,
} from '@wellpulse/ui';
import { NO_VALUE, UNITS, type Words } from '@wellpulse/words';
import { useId, type KeyboardEvent } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { cellMark, type SheetField } from './sheet-focus.ts';

interface BoxProps {
  readonly wellName: string;
  readonly row: number;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface VolumeBoxProps extends BoxProps {
  readonly product: Product;
  /** The volumes of the day before; null for no record. */
  readonly previous: DayVolumes | null;
  /** What a month's total says of the day, until somebody types what was read off. */
  readonly estimate: DayVolumes | null;
  readonly isInvalid: boolean;
}

export interface SheetBoxProps extends BoxProps {
  readonly field: SheetField;
  readonly previous: DayVolumes | null;
  readonly estimate: DayVolumes | null;
  readonly isInvalid: boolean;
}

/** The box of a field: of a volume with the day before under it. */
export function SheetBox({ field, previous, estimate, ...box }: SheetBoxProps) {
  const product = productOf(field);
  if (product !== undefined) {
    return <VolumeBox {...box} product={product} previous={previous} estimate={estimate} />;
  }
  return isNumber(field) ? <NumberBox {...box} field={field} /> : <TextBox {...box} field={field} />;
}

function VolumeBox({
  product,
  previous,
  estimate,
  isInvalid,
  wellName,
  row,
  text,
  onChange,
  onKeyDown,
}: VolumeBoxProps) {
  const words = useWords();
  const { daySheetTexts } = words;
  const { varianceThresholdPercent } = useSession();
  const noteId = useId();
  const field = VOLUME_FIELDS[product];
  const compared = comparedVolume(previous, field);
  const note = varianceNote(words, text, compared, product, varianceThresholdPercent);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {words.productNames[product]}, {UNITS[product]}
      </span>
      <NumberField
        aria-label={`${words.productNames[product]}, ${wellName}`}
        aria-describedby={noteId}
        value={text}
        placeholder={estimate === null ? undefined : shownVolume(words, estimate, field)}
        invalid={isInvalid}
        warning={note !== null && !isInvalid}
        enterKeyHint="next"
        onValueChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.target.select();
        }}
        {...cellMark(row, field)}
      />
      <span
        id={noteId}
        title={note ?? undefined}
        className={cx(
          'num truncate text-right text-2xs',
          note === null ? 'text-ink-subtle' : 'text-attention',
        )}
      >
        {note !== null && <span className="font-medium">{changeOf(words, text, compared, product)} </span>}
        <span aria-hidden>{daySheetTexts.before} </span>
        <span className="sr-only">, {daySheetTexts.dayBefore} </span>
        {previous === null ? words.formTexts.notEntered : shownVolume(words, previous, field)}
      </span>
    </div>
  );
}

/** "−57 %", "stopped" or "resumed". */
function changeOf(words: Words, text: string, previous: number | null, product: Product): string {
  const variance = assessVariance(volumeOrNull(text, product), previous, 0);
  return variance === null ? NO_VALUE : words.formatAlertChange(variance);
}

interface FieldBoxProps extends BoxProps {
  readonly field: SheetField;
  readonly isInvalid: boolean;
}

function NumberBox({ field, isInvalid, wellName, row, text, onChange, onKeyDown }: FieldBoxProps) {
  const words = useWords();
  const label = words.fieldLabel('production', field);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {label}, {factsOf('production', field)?.unit}
      </span>
      <NumberField
        aria-label={`${label}, ${wellName}`}
        value={text}
        invalid={isInvalid}
        enterKeyHint="next"
        onValueChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.target.select();
        }}
        {...cellMark(row, field)}
      />
    </div>
  );
}

function TextBox({ field, wellName, row, text, onChange, onKeyDown }: FieldBoxProps) {
  const words = useWords();
  const label = words.fieldLabel('production', field);
  return (
    <div className="max-md:col-span-full">
      <Input
        aria-label={`${label}, ${wellName}`}
        placeholder={label}
        autoComplete="off"
        maxLength={factsOf('production', field)?.maxLength}
        value={text}
        enterKeyHint="next"
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        {...cellMark(row, field)}
      />
    </div>
  );
}
