import { cx } from '../../lib/cx.ts';

/**
 * The place of something that is still loading, with the size it will have, so that nothing jumps.
 *
 * @example
 * <Skeleton className="h-6 w-40" />
 */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cx('block animate-shimmer rounded-md bg-line', className ?? 'h-4 w-full')} />
  );
}

/** Lines of text that are still loading. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cx('h-3.5', line === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </span>
  );
}
