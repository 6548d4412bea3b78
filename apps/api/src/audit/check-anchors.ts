/** Holds a log against what anchors say that it was. */
import type { Anchor } from './anchor.ts';

export interface AnchorCheck {
  /** To be called with each row of the log, in their order. */
  see(sequence: number, hash: Buffer): void;
  /** To be called when the log's last row was seen; returns what is wrong. */
  conclude(): string[];
}

export function checkAnchors(anchors: readonly Anchor[]): AnchorCheck {
  const ahead = Map.groupBy(
    anchors.filter(({ sequence }) => sequence > 0),
    ({ sequence }) => sequence,
  );
  const faults: string[] = [];
  let last = 0;
  return {
    see: (sequence, hash) => {
      last = sequence;
      for (const anchor of ahead.get(sequence) ?? []) {
        if (anchor.hash !== hash.toString('hex'))
          faults.push(`Event ${sequence} is another one than on ${anchor.at}: the log was rewritten`);
      }
      ahead.delete(sequence);
    },
    conclude: () => [
      ...faults,
      ...[...ahead.values()]
        .flat()
        .map(
          ({ sequence, at }) =>
            `Event ${sequence} stood in the log on ${at} and is gone, the last one is ${last}: the log was cut off, or put back to a backup`,
        ),
    ],
  };
}
