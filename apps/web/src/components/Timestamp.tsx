'use client';

import { Timestamp as TimestampView } from '@wellpulse/ui';
import { useMoment } from './view-host.tsx';

/** A time in the tenant's zone, and how long ago it was. */
export const Timestamp = ({ at }: { at: string }) => <TimestampView at={at} moment={useMoment()} />;
