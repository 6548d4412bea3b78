'use client';

import { cx, Tooltip } from '@wellpulse/ui';
import { useLiveStatus } from '../live/LiveProvider.tsx';

const LOOKS = {
  CONNECTING: { label: 'Connecting', dot: 'bg-unknown', tip: 'Connecting to the live stream' },
  LIVE: { label: 'Live', dot: 'bg-good', tip: 'What comes in from the field appears by itself' },
  RECONNECTING: {
    label: 'Reconnecting',
    dot: 'bg-attention',
    tip: 'The connection was lost; this page catches up as soon as it is back',
  },
};

/** Whether this page hears of changes as they happen. */
export function LiveIndicator() {
  const { label, dot, tip } = LOOKS[useLiveStatus()];
  return (
    <Tooltip content={tip} side="bottom">
      <span role="status" className="flex items-center gap-1.5 text-xs text-ink-muted">
        <span aria-hidden className={cx('size-2 rounded-full', dot)} />
        <span className="max-sm:sr-only">{label}</span>
      </span>
    </Tooltip>
  );
}
