import type { ReactNode } from 'react';

/** One line of what is known, in the `dl` below a page's title. */
export function DescriptionItem({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-center gap-1.5">
      <dt className="text-xs text-ink-subtle">{label}</dt>
      <dd className="flex items-center gap-0.5 text-sm text-ink">{children}</dd>
    </div>
  );
}
