import { PRODUCT_NAME } from '@wellpulse/words';
import { cx } from '@wellpulse/ui';

/** A well's pulse: a gauge line that jumps once. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cx('shrink-0', className ?? 'size-6')}>
      <rect width="24" height="24" rx="6" fill="var(--wp-accent)" />
      <path
        d="M4 13h4l2-6 4 11 2.2-5H20"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cx('flex items-center gap-2 font-semibold tracking-tight text-ink', className)}>
      <LogoMark />
      {PRODUCT_NAME}
    </span>
  );
}
