import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { SyncPage } from '../../../features/sync/SyncPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.sync };

export default function Page() {
  return <SyncPage />;
}
