import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { words } from '../../lib/language.ts';
import { SignInPage } from '../../features/session/SignInPage.tsx';
import { readLastTenant, tenantOf } from '../../server/session/last-tenant.ts';

export const metadata: Metadata = { title: words.sessionWords.signIn };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; ended?: string; tenant?: string | string[] }>;
}) {
  const { next, ended, tenant } = await searchParams;
  // A code that somebody scanned says the tenant.
  const lastTenant = tenantOf(tenant) ?? readLastTenant(await cookies(), { headers: await headers() });
  return (
    <SignInPage
      next={typeof next === 'string' ? next : null}
      ended={ended !== undefined}
      lastTenant={lastTenant}
    />
  );
}
