import { cx } from '@wellpulse/ui';
import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that a person should know, in a sentence or two. */
export function Notice({
  tone = 'attention',
  children,
}: {
  readonly tone?: 'attention' | 'bad' | 'accent';
  readonly children: ReactNode;
}) {
  const Icon = tone === 'accent' ? Info : TriangleAlert;
  return (
    <p
      role={tone === 'bad' ? 'alert' : 'note'}
      className={cx(
        'flex items-start gap-3 rounded-xl border border-transparent px-5 py-4 text-lg',
        tone === 'bad' && 'bg-bad-soft text-bad',
        tone === 'attention' && 'bg-attention-soft text-attention',
        tone === 'accent' && 'bg-accent-soft text-accent-text',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
