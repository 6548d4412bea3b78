'use client';

import type { ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import { iconButtonClass, type ButtonStyle } from './button-styles.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'>, ButtonStyle {
  /** Its name: read by screen readers and shown as the tooltip. */
  label: string;
  tooltip?: boolean;
}

/**
 * A square button with one icon. Its label is its name and its tooltip.
 *
 * @example
 * <IconButton label="Next photo" onClick={next}><ChevronRight aria-hidden /></IconButton>
 */
export function IconButton({
  label,
  tooltip = true,
  variant,
  size,
  className,
  children,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={cx(iconButtonClass({ variant, size }), '[&>svg]:size-4 field:[&>svg]:size-6', className)}
    >
      {children}
    </button>
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
