import type { Metadata } from 'next';
import { office } from '../../../lib/language.ts';
import { RequireAccess } from '../../../components/missing/RequireAccess.tsx';
import { AuditPage } from '../../../features/audit/AuditPage.tsx';

export const metadata: Metadata = { title: office.pages.names.audit };

export default function Page() {
  return (
    <RequireAccess access="MANAGE">
      <AuditPage />
    </RequireAccess>
  );
}
