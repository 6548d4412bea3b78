import type { Metadata } from 'next';
import { RequireAccess } from '../../../components/RequireAccess.tsx';
import { UsersPage } from '../../../features/users/UsersPage.tsx';

export const metadata: Metadata = { title: 'Users' };

export default function Page() {
  return (
    <RequireAccess access="ADMINISTER">
      <UsersPage />
    </RequireAccess>
  );
}
