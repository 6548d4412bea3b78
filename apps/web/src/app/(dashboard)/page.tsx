import type { Metadata } from 'next';
import { words } from '../../lib/language.ts';
import { HomePage } from '../../features/dashboard/HomePage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.home };

export default function Page() {
  return <HomePage />;
}
