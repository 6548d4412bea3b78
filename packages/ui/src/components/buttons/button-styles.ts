/** The looks that Button, IconButton and links dressed as buttons share. */
import { cx } from '../../lib/cx.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

/** `field` is 60 px high: for gloves, at the thumb. So are all others in the field theme. */
export type ButtonSize = 'sm' | 'md' | 'lg' | 'field';

const base =
  'inline-flex shrink-0 items-center justify-center whitespace-nowrap font-medium select-none no-underline ' +
  'transition-colors duration-100 focus-ring disabled:pointer-events-none disabled:opacity-50 ' +
  'aria-disabled:pointer-events-none aria-disabled:opacity-50';

/** Where the system forces its colours, an edge is all that shows a button. Elsewhere nobody sees it. */
const variants: Record<ButtonVariant, string> = {
  primary: 'border border-transparent bg-accent text-accent-ink shadow-card hover:bg-accent-hover',
  secondary:
    'border border-line-strong bg-surface text-ink shadow-card hover:bg-hover data-[state=open]:bg-hover',
  ghost:
    'border border-transparent text-ink-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
  danger: 'border border-transparent bg-bad-solid text-accent-ink shadow-card hover:brightness-95',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-control-sm gap-1.5 rounded-md px-2.5 text-xs field:h-15 field:rounded-xl field:px-4 field:text-base',
  md: 'h-control gap-1.5 rounded-md px-3 text-sm field:h-15 field:rounded-xl field:px-6 field:text-lg',
  lg: 'h-control-lg gap-2 rounded-lg px-4 text-base field:h-15 field:rounded-xl field:px-6 field:text-lg',
  field: 'h-15 gap-2.5 rounded-xl px-6 text-lg font-semibold',
};

const squares: Record<ButtonSize, string> = {
  sm: 'size-control-sm rounded-md field:size-15 field:rounded-xl',
  md: 'size-control rounded-md field:size-15 field:rounded-xl',
  lg: 'size-control-lg rounded-lg field:size-15 field:rounded-xl',
  field: 'size-15 rounded-xl',
};

export interface ButtonStyle {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
}

/**
 * Classes of a button with a word in it; also for a link (`<Link className={buttonClass()}>`).
 *
 * @example
 * <Link href="/wells/new" className={buttonClass({ variant: 'primary' })}>New well</Link>
 */
export function buttonClass({ variant = 'secondary', size = 'md' }: ButtonStyle = {}): string {
  return cx(base, variants[variant], sizes[size]);
}

/**
 * Classes of a square button that holds one icon; also for a link, which then needs a label.
 *
 * @example
 * <Link href="/" aria-label="Back" className={iconButtonClass({ size: 'field' })}><ArrowLeft aria-hidden /></Link>
 */
export function iconButtonClass({ variant = 'ghost', size = 'md' }: ButtonStyle = {}): string {
  return cx(base, variants[variant], squares[size]);
}
