const KIB = 1024;
const MIB = KIB * KIB;

/**
 * A limit of bytes as it is told, in the unit that it is a whole number of.
 *
 * @example
 * sizeText(10 * 1024 * 1024); // "10 MiB"
 * sizeText(64 * 1024); // "64 KiB"
 */
export const sizeText = (bytes: number): string =>
  bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes / KIB} KiB`;
