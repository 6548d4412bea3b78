'use client';

import { NO_VALUE } from '@wellpulse/words';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { cx } from '../../lib/cx.ts';

export interface BulkCellProps {
  /** "Oil, Fri 24 Oct". */
  label: string;
  text: string;
  numeric: boolean;
  error: string | undefined;
  warning: string | null;
  readOnly: boolean;
  /** The element that says what is wrong or remarkable with the cell in use. */
  describedBy: string;
  onTextChange: (text: string) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** `row:column`, by which the grid finds it. */
  position: string;
}

export function BulkCell(props: BulkCellProps) {
  const { error, warning, readOnly, numeric } = props;
  return (
    <td
      className={cx(
        'relative border-b border-l border-line p-0 field:rounded-md field:border-2! field:border-line-control',
        error !== undefined ? 'bg-bad-soft' : warning !== null && !readOnly && 'bg-attention-soft',
        readOnly && 'bg-sunken',
      )}
    >
      <input
        data-cell={props.position}
        aria-label={props.label}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error !== undefined || warning !== null ? props.describedBy : undefined}
        type="text"
        inputMode={numeric ? 'decimal' : 'text'}
        autoComplete="off"
        readOnly={readOnly}
        value={readOnly && numeric && props.text === '' ? NO_VALUE : props.text}
        onChange={(event) => {
          props.onTextChange(event.target.value);
        }}
        onFocus={(event) => {
          event.target.select();
          props.onFocus();
        }}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
        className={cx(
          'h-control w-full min-w-0 bg-transparent px-2.5 text-sm focus:outline-hidden pointer-coarse:text-lg field:text-lg',
          'focus:relative focus:z-10 focus:ring-2 focus:ring-accent-text focus:ring-inset',
          numeric && 'num text-right',
          error !== undefined ? 'text-bad' : readOnly && 'text-ink-muted',
        )}
      />
      {error !== undefined && <Corner className="border-t-bad" />}
      {error === undefined && warning !== null && !readOnly && <Corner className="border-t-attention" />}
    </td>
  );
}

/** A mark in the cell's corner: colour is not the only sign. */
function Corner({ className }: { className: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'pointer-events-none absolute top-0 left-0 border-t-8 border-r-8 border-r-transparent',
        className,
      )}
    />
  );
}
