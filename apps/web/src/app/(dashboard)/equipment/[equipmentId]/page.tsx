import type { Metadata } from 'next';
import { ItemPage } from '../../../../features/equipment/ItemPage.tsx';
import { loadItemName } from '../../../../server/page-names.ts';

interface Props {
  readonly params: Promise<{ equipmentId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await loadItemName((await params).equipmentId) };
}

export default async function Page({ params }: Props) {
  const { equipmentId } = await params;
  return <ItemPage key={equipmentId} equipmentId={equipmentId} />;
}
