import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { WellsPage } from '../../../features/wells/WellsPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.wells };

export default function Page() {
  return <WellsPage />;
}
