import type { Metadata } from 'next';
import { office } from '../../../../../lib/language.ts';
import { RequireAccess } from '../../../../../components/missing/RequireAccess.tsx';
import { BulkPage } from '../../../../../features/production/entry/BulkPage.tsx';
import { loadWellName } from '../../../../../server/page-names.ts';

interface Props {
  readonly params: Promise<{ wellId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: office.pages.bulkTitle(await loadWellName((await params).wellId)) };
}

export default async function Page({ params }: Props) {
  const { wellId } = await params;
  return (
    <RequireAccess access="ENTER">
      <BulkPage key={wellId} wellId={wellId} />
    </RequireAccess>
  );
}
