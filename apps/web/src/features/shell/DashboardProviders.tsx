'use client';

import type { WhoAmI } from '@wellpulse/contracts';
import type { ReactNode } from 'react';
import { useSignedOut } from '../../components/QueryProvider.tsx';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { EntryDeskProvider } from '../production/entry/entry-desk.tsx';
import { SessionProvider } from '../../components/SessionProvider.tsx';
import { SignInAgainDialog } from '../session/SignInAgainDialog.tsx';
import { MapTilesContext } from '../../lib/map-tiles.ts';

export interface DashboardProvidersProps {
  readonly session: WhoAmI;
  readonly mapTileUrl: string | null;
  readonly children: ReactNode;
}

export function DashboardProviders({ session, mapTileUrl, children }: DashboardProvidersProps) {
  const { isSignedOut, onSignedIn } = useSignedOut();
  return (
    <SessionProvider initial={session}>
      <LiveProvider loadedAt={session.sequence}>
        <MapTilesContext value={mapTileUrl}>
          <EntryDeskProvider>{children}</EntryDeskProvider>
        </MapTilesContext>
      </LiveProvider>
      <SignInAgainDialog open={isSignedOut} onSignedIn={onSignedIn} />
    </SessionProvider>
  );
}
