/** What a view is given by the app that shows it, beside its data: links to the app's own places, and what time it is. */
import type { ReactElement, ReactNode } from 'react';

/** A place of the app that a view may point at. */
export type Place =
  | { readonly kind: 'WELL'; readonly wellId: string }
  | { readonly kind: 'ITEM'; readonly equipmentId: string };

/** What a link to a place is drawn from. */
export interface LinkToProps {
  readonly place: Place;
  readonly className?: string;
  readonly title?: string;
  /** -1: the keyboard passes it by. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/** Draws a link to a place, as the app makes its links. */
export type LinkTo = (props: LinkToProps) => ReactElement;

/** What time it is for who looks at a view. */
export interface Moment {
  /** The time as this screen has it. */
  readonly now: Date;
  /** The tenant's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The tenant's. */
  readonly timeZone: string;
}
