/** What may happen with photos at random: few pictures and few ids, so that they often meet. */
import { endpoints } from '@wellpulse/contracts';
import fc from 'fast-check';
import { announcementOf, PhotoDesk, putBytes } from './photo-desk.ts';
import { aJpeg } from './pictures.ts';
import type { TestTenant } from './tenants.ts';

const { photos } = endpoints;

type FindItem = (tenant: TestTenant, index: number) => Promise<string>;
type PhotoStep = (tenant: TestTenant) => Promise<unknown>;

const PICTURES = await Promise.all([aJpeg(), aJpeg(), aJpeg()]);
const picture = fc.constantFrom(...PICTURES);
const item = fc.nat({ max: 3 });
const photoId = fc.constantFrom(...Array.from({ length: 4 }, () => crypto.randomUUID()));
const takenAt = fc.option(fc.constantFrom('2025-03-10T08:15:00-06:00', '2025-03-10T14:15:00.123456Z'));

export const photoSteps = (
  itemAt: FindItem,
): readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<PhotoStep> }[] => [
  {
    weight: 2,
    arbitrary: fc
      .tuple(item, picture, photoId, takenAt)
      .map(([index, bytes, id, taken]) => async (tenant) => {
        const body = { ...announcementOf(bytes), photoId: id, takenAt: taken };
        const params = { ownerId: await itemAt(tenant, index) };
        const announced = await tenant.operator.call(photos.uploadUrl, { params, body });
        if (!announced.ok || announced.value.state !== 'WAITING') return;
        await putBytes(announced.value, bytes);
        await tenant.operator.call(photos.confirm, { params: { ...params, photoId: id } });
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(item, picture).map(([index, bytes]) => async (tenant) => {
      await new PhotoDesk(tenant.manager, await itemAt(tenant, index)).send(bytes);
    }),
  },
];
