'use client';

import type { Access } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/ui';
import { ShieldBan } from 'lucide-react';
import type { ReactNode } from 'react';
import { NoPage } from './NoPage.tsx';
import { useSession } from '../SessionProvider.tsx';

/** Shows the page to those whose role allows it. The API decides anew for each request; this only says it in words. */
export function RequireAccess({ access, children }: { access: Access; children: ReactNode }) {
  const { may, user } = useSession();
  const { roleNames, shellWords } = useWords();
  if (may(access)) return children;
  return (
    <NoPage
      heading={shellWords.notAllowed}
      icon={ShieldBan}
      title={shellWords.roleRefuses}
      hint={shellWords.signedInAs(roleNames[user.role].toLowerCase())}
      href="/"
      linkText={shellWords.toHome}
    />
  );
}
