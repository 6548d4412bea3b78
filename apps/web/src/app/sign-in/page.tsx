import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { words } from '../../lib/language.ts';
import { SignInPage } from '../../features/session/SignInPage.tsx';
import { readLastTenant } from '../../server/session/last-tenant.ts';

export const metadata: Metadata = { title: words.sessionWords.signIn };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; ended?: string }>;
}) {
  const { next, ended } = await searchParams;
  const lastTenant = readLastTenant(await cookies(), { headers: await headers() });
  return (
    <SignInPage
      next={typeof next === 'string' ? next : null}
      ended={ended !== undefined}
      lastTenant={lastTenant}
    />
  );
}
