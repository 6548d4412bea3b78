import { LoaderCircle } from 'lucide-react';
import { cx } from '../../lib/cx.ts';

export interface SpinnerProps {
  /** What is being waited for, for screen readers. Leave out where a text beside it already says so. */
  label?: string;
  className?: string;
}

/**
 * Turns while something is waited for.
 *
 * @example
 * <Spinner label="Loading the wells" />
 */
export function Spinner({ label, className }: SpinnerProps) {
  const icon = <LoaderCircle aria-hidden className={cx('size-4 animate-spin', className)} />;
  if (label === undefined) return icon;
  return (
    <span role="status" className="inline-flex">
      {icon}
      <span className="sr-only">{label}</span>
    </span>
  );
}
