import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { MaintenancePage } from '../../../features/maintenance/MaintenancePage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.maintenance };

export default function Page() {
  return <MaintenancePage />;
}
