/**
 * A name for the file of a picture that was taken at a time.
 *
 * @example
 * nameOfPicture(new Date()); // '2025-10-20-07-14-03.jpg'
 */
export const nameOfPicture = (time: Date): string =>
  `${time.toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.jpg`;
