'use client';

import type { Access } from '@wellpulse/contracts';
import { buttonClass, EmptyState } from '@wellpulse/ui';
import { ShieldBan } from 'lucide-react';
import { Link } from './Link.tsx';
import type { ReactNode } from 'react';
import { useSession } from './SessionProvider.tsx';
import { words } from '../lib/language.ts';

/** Shows the page to those whose role allows it. The API decides anew for each request; this only says it in words. */
export function RequireAccess({ access, children }: { access: Access; children: ReactNode }) {
  const { may, user } = useSession();
  if (may(access)) return children;
  return (
    <>
      <h1 className="sr-only">Not allowed</h1>
      <EmptyState
        icon={<ShieldBan aria-hidden />}
        title="Your role does not allow this"
        description={`You are signed in as ${words.roleNames[user.role].toLowerCase()}. An administrator can change your role.`}
        action={
          <Link href="/" className={buttonClass()}>
            Go to Home
          </Link>
        }
        className="py-24"
      />
    </>
  );
}
