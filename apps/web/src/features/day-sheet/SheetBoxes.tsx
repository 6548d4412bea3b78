'use client';

import { factsOf, productOf, VOLUME_FIELDS, type DaySheetRow, type Product } from '@wellpulse/contracts';
import { assessVariance } from '@wellpulse/domain';
import { cx, Input, isNumber, NumberField, volumeOrNull, varianceNote, useWords } from '@wellpulse/ui';
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
  /** The day before: null is not measured, undefined is no record. */
  readonly previous: number | null | undefined;
  readonly isInvalid: boolean;
}

export interface SheetBoxProps extends BoxProps {
  readonly field: SheetField;
  /** The volumes of the day before; undefined for no record. */
  readonly previous: NonNullable<DaySheetRow['previous']> | undefined;
  readonly isInvalid: boolean;
}

/** The box of a field: of a volume with the day before under it. */
export function SheetBox({ field, previous, ...box }: SheetBoxProps) {
  const product = productOf(field);
  if (product !== undefined) {
    return <VolumeBox {...box} product={product} previous={previous?.[VOLUME_FIELDS[product]]} />;
  }
  return isNumber(field) ? <NumberBox {...box} field={field} /> : <TextBox {...box} field={field} />;
}

function VolumeBox({
  product,
  previous,
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
  const note = varianceNote(words, text, previous ?? null, product, varianceThresholdPercent);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {words.productNames[product]}, {UNITS[product]}
      </span>
      <NumberField
        aria-label={`${words.productNames[product]}, ${wellName}`}
        aria-describedby={noteId}
        value={text}
        invalid={isInvalid}
        warning={note !== null && !isInvalid}
        enterKeyHint="next"
        onValueChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          event.target.select();
        }}
        {...cellMark(row, VOLUME_FIELDS[product])}
      />
      <span
        id={noteId}
        title={note ?? undefined}
        className={cx(
          'num truncate text-right text-2xs',
          note === null ? 'text-ink-subtle' : 'text-attention',
        )}
      >
        {note !== null && (
          <span className="font-medium">{changeOf(words, text, previous ?? null, product)} </span>
        )}
        <span aria-hidden>{daySheetTexts.before} </span>
        <span className="sr-only">, {daySheetTexts.dayBefore} </span>
        {previous === undefined ? words.formTexts.notEntered : words.formatVolume(previous)}
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
