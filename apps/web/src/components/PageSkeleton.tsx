import { Skeleton } from '@wellpulse/ui';
import { CardSkeleton } from './CardSkeleton.tsx';

export interface PageSkeletonProps {
  /** Says to a screen reader what is being loaded. */
  readonly label: string;
  /** The height of each card, as a class. */
  readonly cards: readonly string[];
}

/** The page of a record before anything is known, in the places where it will stand. */
export const PageSkeleton = ({ label, cards }: PageSkeletonProps) => (
  <div role="status" className="flex flex-col gap-4">
    <span className="sr-only">{label}</span>
    <div className="flex flex-col gap-2.5">
      <Skeleton className="h-3.5 w-32" />
      <Skeleton className="h-7 w-64" />
      <Skeleton className="h-4 w-96 max-w-full" />
    </div>
    {cards.map((height) => (
      <CardSkeleton key={height} className={height} />
    ))}
  </div>
);
