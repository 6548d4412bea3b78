'use client';

import type { Product } from '@wellpulse/contracts';
import { assessVariance } from '@wellpulse/domain';
import {
  cx,
  formatChange,
  formatVolume,
  Input,
  NumberField,
  parseVolume,
  PRODUCT_NAMES,
  UNITS,
  varianceNote,
} from '@wellpulse/ui';
import { useId, type KeyboardEvent } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
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

const FIELDS: Record<Product, SheetField> = { OIL: 'oilVolume', GAS: 'gasVolume', WATER: 'waterVolume' };

export function VolumeBox({
  product,
  previous,
  isInvalid,
  wellName,
  row,
  text,
  onChange,
  onKeyDown,
}: VolumeBoxProps) {
  const { varianceThresholdPercent } = useSession();
  const noteId = useId();
  const note = varianceNote(text, previous ?? null, product, varianceThresholdPercent);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {PRODUCT_NAMES[product]}, {UNITS[product]}
      </span>
      <NumberField
        aria-label={`${PRODUCT_NAMES[product]}, ${wellName}`}
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
        {...cellMark(row, FIELDS[product])}
      />
      <span
        id={noteId}
        title={note ?? undefined}
        className={cx(
          'num truncate text-right text-2xs',
          note === null ? 'text-ink-subtle' : 'text-attention',
        )}
      >
        {note !== null && <span className="font-medium">{changeOf(text, previous ?? null, product)} </span>}
        <span aria-hidden>was </span>
        <span className="sr-only">, the day before </span>
        {previous === undefined ? 'not entered' : formatVolume(previous)}
      </span>
    </div>
  );
}

/** "−57 %", "stopped" or "resumed". */
function changeOf(text: string, previous: number | null, product: Product): string {
  const parsed = parseVolume(text, product);
  const variance = assessVariance(parsed.ok ? parsed.volume : null, previous, 0);
  if (variance?.kind === 'STOPPED') return 'stopped';
  if (variance?.kind === 'RESUMED') return 'resumed';
  return formatChange(variance?.changePercent);
}

export function NotesBox({ wellName, row, text, onChange, onKeyDown }: BoxProps) {
  return (
    <div className="max-md:col-span-full">
      <Input
        aria-label={`Notes, ${wellName}`}
        placeholder="Notes"
        autoComplete="off"
        maxLength={2000}
        value={text}
        enterKeyHint="next"
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onKeyDown={onKeyDown}
        {...cellMark(row, 'notes')}
      />
    </div>
  );
}
