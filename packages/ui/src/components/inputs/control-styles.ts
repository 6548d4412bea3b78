/** The looks that every text-like control shares; 16 px text on touch keeps iOS from zooming in. */
export const controlClass =
  'w-full min-w-0 rounded-md border border-line-control bg-surface text-sm text-ink shadow-card ' +
  'transition-[border-color,box-shadow] duration-100 pointer-coarse:text-lg field:text-xl field:border-2 ' +
  'hover:border-ink-subtle focus:border-accent-text focus:outline-hidden focus:ring-3 focus:ring-accent-text/20 ' +
  'aria-invalid:border-bad aria-invalid:focus:ring-bad/20 ' +
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted disabled:shadow-none ' +
  '[&[readonly]]:bg-sunken [&[readonly]]:shadow-none ' +
  'data-warning:border-attention data-warning:bg-attention-soft data-warning:focus:border-attention data-warning:focus:ring-attention/20';
