/** Saves and opens handover files through main, which asks where they stand. */
import type { FileOpener, FileSaver, HandoverRefusal } from '@wellpulse/forms';
import type { SavedFile } from '@wellpulse/forms/device';
import type { Output } from '../../../shared/bridge/contract.ts';
import { BridgeError, call } from '../../lib/bridge.ts';

/** Where a file stands is never told here: main asks its person. */
export const ASKED_BY_MAIN = 'ASKED_BY_MAIN';

/** What was in a file that main has taken over. */
export type ReadFile = Extract<Output<'handover.import'>, { readonly kind: 'DONE' }>;

export const fileSaver: FileSaver<SavedFile> = {
  save: (passphrase) =>
    answerOf(async () => {
      const done = await call('handover.export', { passphrase });
      if (done.kind === 'FAILED') return refusedFile(done);
      if (done.kind === 'CANCELLED') return done;
      return { kind: 'DONE', value: { events: done.events, photos: done.photos } };
    }),
};

export const fileOpener: FileOpener<typeof ASKED_BY_MAIN, ReadFile> = {
  open: (_, passphrase) =>
    answerOf(async () => {
      const done = await call('handover.import', { passphrase });
      if (done.kind === 'FAILED') return refusedFile(done);
      return done.kind === 'CANCELLED' ? done : { kind: 'DONE', value: done };
    }),
};

type Refused = { readonly kind: 'REFUSED'; readonly refusal: HandoverRefusal };
type Failed = Extract<Output<'handover.import' | 'handover.export'>, { readonly kind: 'FAILED' }>;

const refusedFile = ({ code }: Failed): Refused => ({ kind: 'REFUSED', refusal: { kind: 'FILE', code } });

async function answerOf<Answer>(act: () => Promise<Answer | Refused>): Promise<Answer | Refused> {
  try {
    return await act();
  } catch (error) {
    return { kind: 'REFUSED', refusal: refusalOf(error) };
  }
}

/** Throws what main never says of a file. */
function refusalOf(error: unknown): HandoverRefusal {
  if (!(error instanceof BridgeError) || error.problem.kind === 'TOO_EARLY') throw error;
  const { problem } = error;
  const refusal =
    problem.kind === 'REFUSED' ? problem.refusal : ({ code: 'REFUSED', trouble: problem.trouble } as const);
  return { kind: 'REFUSED', refusal };
}
