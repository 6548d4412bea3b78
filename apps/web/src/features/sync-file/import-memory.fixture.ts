/**
 * A program that makes a handover file of large photos, or opens and sends one as the dashboard does. It prints how large the file
 * is, and how much memory the program ever had. Arguments: `make` or `import`, file, photos.
 */
import { inPieces } from '@wellpulse/offline';
import { sealParts, type ExportPart } from '@wellpulse/offline/export-file';
import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { openFile } from './open-file.ts';
import { sendFile } from './send-file.ts';

const MEBIBYTE = 1024 * 1024;
const PASSPHRASE = 'north route seven';
const TENANT_ID = '01890000-0000-7000-8000-0000000000ff';
const ID = '01890000-0000-7000-8000-0000000000d1';
const NOW = '2025-10-20T14:40:00.000Z';
const [deed = '', path = '', photos = '0'] = process.argv.slice(2);

function* parts(): Generator<ExportPart> {
  yield { kind: 'HEAD', head: { tenantId: TENANT_ID, deviceId: ID, deviceName: 'Truck 7', exportedAt: NOW } };
  for (let index = 0; index < Number(photos); index += 1) {
    const bytes = new Uint8Array(8 * MEBIBYTE).fill(index + 1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const photoId = `01890000-0000-7000-9000-${String(index).padStart(12, '0')}`;
    const owner = { eventId: null, equipmentId: null, wellId: ID };
    const photo = { photoId, ...owner, sha256, sizeBytes: bytes.length, contentType: 'image/jpeg' as const };
    yield { kind: 'PHOTO', photo, pieces: () => inPieces(bytes) };
  }
}

if (deed === 'make') {
  await writeFile(path, sealParts(parts(), PASSPHRASE, randomBytes));
} else {
  const file = await openAsBlob(path);
  const opened = await openFile(file, PASSPHRASE, TENANT_ID);
  const send = async () => ({ synced: [], conflicts: [], failed: [], serverTime: NOW });
  let stored = 0;
  const store = async () => void (stored += 1);
  const { signal } = new AbortController();
  await sendFile(opened, { send, store, elapsed: () => performance.now() }, signal, () => undefined);
  const mostMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const fileMegabytes = Math.round(file.size / MEBIBYTE);
  process.stdout.write(JSON.stringify({ photos: opened.photos, stored, fileMegabytes, mostMegabytes }));
}
