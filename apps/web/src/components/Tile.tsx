import { cx } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import type { ReactNode } from 'react';

export interface TileProps {
  readonly label: string;
  readonly unit?: string;
  readonly note: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One figure of a row of them, in a `dl`. */
export function Tile({ label, unit, note, className, children }: TileProps) {
  return (
    <div className={cx('flex min-w-0 flex-col bg-surface px-4 py-3', className)}>
      <dt className="truncate text-xs text-ink-muted">{label}</dt>
      <dd className="num mt-0.5 text-lg font-semibold tracking-tight">
        {children}
        {children !== NO_VALUE && unit !== undefined && (
          <span className="ml-1 text-xs font-normal tracking-normal text-ink-subtle">{unit}</span>
        )}
      </dd>
      <dd className="truncate text-xs text-ink-subtle">{note}</dd>
    </div>
  );
}
