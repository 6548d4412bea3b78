import { cx, Skeleton } from '@wellpulse/ui';

/** A card that is still loading: its frame and a hint of its heading, in the height that it will have. */
export function CardSkeleton({ className }: { className: string }) {
  return (
    <div
      className={cx(
        'flex flex-col gap-3 rounded-xl border border-line bg-surface p-4 shadow-card',
        className,
      )}
    >
      <Skeleton className="h-4 w-32" />
      <Skeleton className="h-4 w-3/5" />
    </div>
  );
}
