/** `.wellpulse` files as a device's app saves them. */
import { deviceEventSchema } from '@wellpulse/contracts';
import { sealExport, type ExportContent, type ExportedPhoto } from '@wellpulse/offline/export-file';
import type { WireEvent } from '@wellpulse/testing';
import { createHash, randomBytes } from 'node:crypto';
import type { NamedDevice } from './devices.ts';
import type { ChosenFile } from './pictures.ts';

export const PASSPHRASE = 'caliche-and-sage';

export interface FileContents {
  readonly events: readonly WireEvent[];
  readonly photos?: readonly { readonly facts: ExportedPhoto; readonly bytes: Buffer }[];
  readonly tenantId?: string;
}

/** What waits on a device, sealed with `PASSPHRASE`. */
export async function anExport(
  { name, device }: NamedDevice,
  { events, photos = [], tenantId = device.owner.session.tenant.id }: FileContents,
): Promise<ChosenFile> {
  const content: ExportContent = {
    manifest: {
      tenantId,
      deviceId: device.id,
      deviceName: name,
      exportedAt: new Date().toISOString(),
      events: events.map((event) => deviceEventSchema.parse(event)),
      photos: photos.map(({ facts }) => facts),
    },
    photoBytes: photos.map(({ bytes }) => bytes),
  };
  const sealed = await sealExport(content, PASSPHRASE, (length) => randomBytes(length));
  return { name: 'phone.wellpulse', mimeType: 'application/octet-stream', buffer: Buffer.from(sealed) };
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
