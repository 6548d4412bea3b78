'use client';

import type { Location } from '@wellpulse/contracts';
import { isBeyondGeofence } from '@wellpulse/domain';
import { MapPin, TriangleAlert } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { Badge } from '../display/Badge.tsx';
import { CopyButton } from '../buttons/CopyButton.tsx';

export interface PlaceNoteProps {
  location: Location;
  /** The position only to be copied, for where there is little room. */
  compact?: boolean;
  className?: string;
}

/**
 * Where an entry was made, with its position to copy; beyond the geofence with a warning.
 *
 * @example
 * <PlaceNote location={record.location} compact />
 */
export function PlaceNote({ location, compact = false, className }: PlaceNoteProps) {
  const { formatPlace, formatPosition, controlTexts } = useWords();
  const position = formatPosition(location);
  return (
    <span className={cx('num inline-flex flex-wrap items-center gap-x-2 gap-y-1', className)}>
      <span className="inline-flex items-center gap-1">
        <MapPin aria-hidden className="size-3.5 shrink-0 text-ink-subtle" />
        {formatPlace(location)}
      </span>
      {isBeyondGeofence(location) && <FarBadge />}
      <span className="inline-flex items-center text-ink-subtle">
        {!compact && position}
        <CopyButton text={position} what={controlTexts.position} />
      </span>
    </span>
  );
}

export const FarBadge = () => {
  const { beyondGeofence } = useWords();
  return (
    <Badge tone="attention" icon={<TriangleAlert aria-hidden />}>
      {beyondGeofence}
    </Badge>
  );
};
