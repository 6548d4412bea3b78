import { cx } from '@wellpulse/ui';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface BannerBarProps {
  readonly tone: 'attention' | 'good' | 'accent';
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** The bar along the top: a sign, a sentence, and what can be done. */
export const BannerBar = ({ tone, icon: Icon, children }: BannerBarProps) => (
  <div
    className={cx(
      'flex min-h-20 shrink-0 flex-wrap items-center gap-x-5 gap-y-2 border-b border-line px-5 py-2.5 text-lg font-semibold',
      'tight:flex-nowrap',
      tone === 'attention' && 'bg-attention-soft text-attention',
      tone === 'good' && 'bg-good-soft text-good',
      tone === 'accent' && 'bg-accent-soft text-accent-text',
    )}
  >
    <Icon aria-hidden className="size-7 shrink-0 tight:hidden" />
    {children}
  </div>
);
