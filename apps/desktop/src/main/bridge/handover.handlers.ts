import { ExportFileError } from '@wellpulse/offline';
import { readPieces, writeDurably } from '@wellpulse/offline/node';
import type { Output } from '../../shared/bridge/contract.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Failed = Extract<Output<'handover.export'>, { readonly kind: 'FAILED' }>;

const ENDING = 'wellpulse';
const CANCELLED = { kind: 'CANCELLED' } as const;

/** The handover file, both ways. Where it stands never leaves main. */
export function handoverHandlers({
  client,
  dialogs,
  onHandover,
}: Laptop): Handlers<'handover.export' | 'handover.import'> {
  return {
    'handover.export': async ({ passphrase }) => {
      const written = { events: 0, photos: 0 };
      try {
        const pieces = client.exportFile(passphrase, ({ kind }) => {
          if (kind === 'EVENT') written.events += 1;
          if (kind === 'PHOTO') written.photos += 1;
          onHandover({ ...written });
        });
        const device = (await client.sessions.device())?.name ?? 'laptop';
        const path = await dialogs.save({ name: `${fileNameOf(device)}.${ENDING}`, ending: ENDING });
        if (path === null) return CANCELLED;
        await writeDurably(path, pieces);
        return { kind: 'DONE', ...written };
      } catch (error) {
        return failedBy(error);
      }
    },
    'handover.import': async ({ passphrase }) => {
      const path = await dialogs.open({ ending: ENDING });
      if (path === null) return CANCELLED;
      try {
        const { deviceName, events, photos, known, unread } = await client.importFile(
          () => readPieces(path),
          passphrase,
        );
        return { kind: 'DONE', deviceName, events, photos, known, unread };
      } catch (error) {
        return failedBy(error);
      }
    },
  };
}

/** What is wrong with the file or its passphrase; anything else goes on as it was thrown. */
function failedBy(error: unknown): Failed {
  if (error instanceof ExportFileError) return { kind: 'FAILED', code: error.code };
  throw error;
}

const fileNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'laptop';
