/** Saves the handover file through main, which asks where it goes. */
import type { FileSaver, HandoverRefusal } from '@wellpulse/forms';
import type { SavedFile } from '@wellpulse/forms/device';
import { BridgeError, call } from '../../lib/bridge.ts';

export const fileSaver: FileSaver<SavedFile> = {
  save: async (passphrase) => {
    try {
      const done = await call('handover.export', { passphrase });
      if (done.kind === 'FAILED') return { kind: 'REFUSED', refusal: { kind: 'FILE', code: done.code } };
      if (done.kind === 'CANCELLED') return done;
      return { kind: 'DONE', value: { events: done.events, photos: done.photos } };
    } catch (error) {
      return { kind: 'REFUSED', refusal: refusalOf(error) };
    }
  },
};

/** Throws what main never says of a file. */
function refusalOf(error: unknown): HandoverRefusal {
  if (!(error instanceof BridgeError) || error.problem.kind === 'TOO_EARLY') throw error;
  const { problem } = error;
  const refusal =
    problem.kind === 'REFUSED' ? problem.refusal : ({ code: 'REFUSED', trouble: problem.trouble } as const);
  return { kind: 'REFUSED', refusal };
}
