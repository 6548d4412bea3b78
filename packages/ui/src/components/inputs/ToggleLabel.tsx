import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface ToggleLabelProps {
  /** Of the control; its hint has this id with `-hint` behind it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint: ReactNode;
  readonly hideLabel: boolean | undefined;
}

/** What stands beside a checkbox or a switch. */
export const ToggleLabel = ({ id, label, hint, hideLabel }: ToggleLabelProps) => (
  <span className={cx('flex flex-col', hideLabel && 'sr-only')}>
    <label htmlFor={id} className="text-sm text-ink">
      {label}
    </label>
    {hint !== undefined && (
      <span id={`${id}-hint`} className="text-xs text-ink-subtle">
        {hint}
      </span>
    )}
  </span>
);
