import type { HandoverRefusal } from '@wellpulse/forms';
import { deviceFileOpener, deviceFileSaver } from '@wellpulse/forms/device';
import { OfflineError } from '@wellpulse/offline';
import { readPieces, writeDurably } from '@wellpulse/offline/node';
import type { Output } from '../../shared/bridge/contract.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

const ENDING = 'wellpulse';

/** The handover file, both ways. Where it stands never leaves main. */
export function handoverHandlers({
  client,
  dialogs,
  onHandover,
}: Laptop): Handlers<'handover.export' | 'handover.import'> {
  const write = async (name: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean> => {
    const path = await dialogs.save({ name, ending: ENDING });
    if (path === null) return false;
    await writeDurably(path, pieces);
    return true;
  };
  return {
    'handover.export': async ({ passphrase }) => {
      const answer = await deviceFileSaver(client, write, onHandover).save(passphrase);
      if (answer.kind === 'CANCELLED') return answer;
      return answer.kind === 'DONE' ? { kind: 'DONE', ...answer.value } : failedBy(answer.refusal);
    },
    'handover.import': async ({ passphrase }) => {
      const path = await dialogs.open({ ending: ENDING });
      if (path === null) return { kind: 'CANCELLED' };
      const file = { name: path, pieces: () => readPieces(path) };
      const answer = await deviceFileOpener(client).open(file, passphrase);
      if (answer.kind === 'CANCELLED') return answer;
      return answer.kind === 'DONE' ? { kind: 'DONE', ...answer.value } : failedBy(answer.refusal);
    },
  };
}

/** What is wrong with the file or its passphrase; anything else is thrown. */
function failedBy(refused: HandoverRefusal): Extract<Output<'handover.export'>, { readonly kind: 'FAILED' }> {
  if (refused.kind === 'FILE') return { kind: 'FAILED', code: refused.code };
  throw new OfflineError(refused.refusal);
}
