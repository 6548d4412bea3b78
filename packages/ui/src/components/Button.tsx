import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { buttonClass, type ButtonStyle } from './button-styles.ts';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  /** Shown before the label, 16 px. */
  icon?: ReactNode;
  /** Shows a spinner, keeps the width, and refuses clicks until it is false again. */
  loading?: boolean;
}

export function Button({ variant, size, icon, loading = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={loading || rest.disabled}
      aria-busy={loading || undefined}
      className={cx(buttonClass({ variant, size }), 'relative', className)}
    >
      {loading && (
        <span className="absolute inset-0 flex items-center justify-center">
          <Spinner />
        </span>
      )}
      <span className={cx('inline-flex items-center gap-[inherit] [&>svg]:size-4', loading && 'invisible')}>
        {icon}
        {children}
      </span>
    </button>
  );
}
