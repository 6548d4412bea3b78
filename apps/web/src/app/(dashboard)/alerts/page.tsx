import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { AlertsPage } from '../../../features/alerts/AlertsPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.alerts };

export default function Page() {
  return <AlertsPage />;
}
