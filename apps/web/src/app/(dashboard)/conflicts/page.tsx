import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { ConflictsPage } from '../../../features/conflicts/ConflictsPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.conflicts };

export default function Page() {
  return <ConflictsPage />;
}
