import type { Metadata } from 'next';
import { RequireAccess } from '../../../components/RequireAccess.tsx';
import { AuditPage } from '../../../features/audit/AuditPage.tsx';

export const metadata: Metadata = { title: 'Audit' };

export default function Page() {
  return (
    <RequireAccess access="MANAGE">
      <AuditPage />
    </RequireAccess>
  );
}
