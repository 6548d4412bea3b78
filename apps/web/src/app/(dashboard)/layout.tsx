import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { RenewSession } from '../../features/session/RenewSession.tsx';
import { DashboardProviders } from '../../features/shell/DashboardProviders.tsx';
import { ServerUnreachable } from '../../features/shell/ServerUnreachable.tsx';
import { Shell } from '../../features/shell/Shell.tsx';
import { PATH_HEADER } from '../../server/path-header.ts';
import { webSettings } from '../../server/settings.ts';
import { loadViewer } from '../../server/who-am-i.ts';

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const viewer = await loadViewer();
  if (viewer.kind === 'SIGNED_OUT') return <RenewSession next={(await headers()).get(PATH_HEADER) ?? '/'} />;
  if (viewer.kind === 'UNDECIDED') return <ServerUnreachable problem={viewer.problem} />;
  return (
    <DashboardProviders session={viewer.session} mapTileUrl={webSettings().mapTileUrl}>
      <Shell>{children}</Shell>
    </DashboardProviders>
  );
}
