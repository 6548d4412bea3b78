'use client';

import type { Access } from '@wellpulse/contracts';
import { buttonClass, EmptyState } from '@wellpulse/ui';
import { ShieldBan } from 'lucide-react';
import { Link } from './Link.tsx';
import type { ReactNode } from 'react';
import { useSession } from './SessionProvider.tsx';
import { words } from '../lib/language.ts';

const { shellWords } = words;

/** Shows the page to those whose role allows it. The API decides anew for each request; this only says it in words. */
export function RequireAccess({ access, children }: { access: Access; children: ReactNode }) {
  const { may, user } = useSession();
  if (may(access)) return children;
  return (
    <>
      <h1 className="sr-only">{shellWords.notAllowed}</h1>
      <EmptyState
        icon={<ShieldBan aria-hidden />}
        title={shellWords.roleRefuses}
        description={shellWords.signedInAs(words.roleNames[user.role].toLowerCase())}
        action={
          <Link href="/" className={buttonClass()}>
            {shellWords.toHome}
          </Link>
        }
        className="py-24"
      />
    </>
  );
}
