/** Photos through both ways in, beside a bare PUT of the same bytes into the same storage. */
import { endpoints } from '@wellpulse/contracts';
import { createHash, randomUUID } from 'node:crypto';
import { milliseconds, timeRepeated, type Times } from './measure.ts';
import { another, photograph } from './pictures.ts';
import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';

const ROUNDS = 20;
const MEGABYTE = 1_000_000;

export async function benchPhotos(session: BenchSession): Promise<Figure[]> {
  const equipmentId = await makeItem(session);
  const figures: Figure[] = [];
  for (const megabytes of [1, 2]) {
    const picture = await photograph(megabytes * MEGABYTE);
    const bare = await timeBarePut(session, equipmentId, picture);
    const figure = (way: string, times: Times): Figure => ({
      name: `Photo of ${(picture.length / MEGABYTE).toFixed(1)} MB, 12 megapixels: ${way}`,
      measured: `p50 ${milliseconds(times.p50)}, p95 ${milliseconds(times.p95)}`,
      beside: `bare PUT p50 ${milliseconds(bare.p50)}; ours on top ${milliseconds(times.p50 - bare.p50)}`,
      floor: '5,000 ms',
    });
    const inThree = await timeRepeated(ROUNDS, () => uploadInThree(session, equipmentId, another(picture)));
    figures.push(figure('upload-url, PUT, confirm', inThree));
    const inOne = await timeRepeated(ROUNDS, () => session.uploadPhoto(equipmentId, another(picture)));
    figures.push(figure('in one request', inOne));
  }
  return figures;
}

async function makeItem(session: BenchSession): Promise<string> {
  const well = await session.call(endpoints.wells.create, {
    body: { name: 'Photos #1', apiNumber: '42-165-60002' },
  });
  const item = await session.call(endpoints.equipment.create, {
    params: { wellId: well.id },
    body: { equipmentType: 'PUMP_JACK', serialNumber: 'BENCH-1' },
  });
  return item.id;
}

async function timeBarePut(session: BenchSession, equipmentId: string, picture: Buffer): Promise<Times> {
  const put = await announce(session, equipmentId, picture);
  return timeRepeated(ROUNDS, put.send);
}

async function uploadInThree(session: BenchSession, equipmentId: string, bytes: Buffer): Promise<void> {
  const { photoId, send } = await announce(session, equipmentId, bytes);
  await send();
  await session.call(endpoints.photos.confirm, { params: { ownerId: equipmentId, photoId } });
}

async function announce(
  session: BenchSession,
  equipmentId: string,
  bytes: Buffer,
): Promise<{ photoId: string; send: () => Promise<void> }> {
  const photoId = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const ticket = await session.call(endpoints.photos.uploadUrl, {
    params: { ownerId: equipmentId },
    body: { photoId, sha256, sizeBytes: bytes.length, contentType: 'image/jpeg' },
  });
  if (ticket.state !== 'WAITING') throw new Error('Nobody waits for the photo');
  const { uploadUrl, headers } = ticket;
  const send = async (): Promise<void> => {
    const response = await fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
  };
  return { photoId, send };
}
