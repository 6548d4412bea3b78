import { BRIDGE_VERSION, type DataTrouble, type Start } from '../../../shared/bridge/program.ts';

/** `REPLACED`: the files of the program were replaced while main ran, so that main and this page misread each other. */
export type Trouble = DataTrouble | 'REPLACED';

/** Why no page can be drawn; null if pages can. */
export const troubleOf = ({
  bridgeVersion,
  trouble,
}: Pick<Start, 'bridgeVersion' | 'trouble'>): Trouble | null =>
  bridgeVersion === BRIDGE_VERSION ? trouble : 'REPLACED';
