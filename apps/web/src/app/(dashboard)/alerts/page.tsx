import type { Metadata } from 'next';
import { AlertsPage } from '../../../features/alerts/AlertsPage.tsx';

export const metadata: Metadata = { title: 'Alerts' };

export default function Page() {
  return <AlertsPage />;
}
