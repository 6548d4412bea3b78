import type { Metadata } from 'next';
import { MaintenancePage } from '../../../features/maintenance/MaintenancePage.tsx';

export const metadata: Metadata = { title: 'Maintenance' };

export default function Page() {
  return <MaintenancePage />;
}
