import type { Metadata } from 'next';
import { SignInPage } from '../../features/session/SignInPage.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; ended?: string }>;
}) {
  const { next, ended } = await searchParams;
  return <SignInPage next={typeof next === 'string' ? next : null} ended={ended !== undefined} />;
}
