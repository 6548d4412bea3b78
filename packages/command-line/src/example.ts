/**
 * The end of a command's help: a line that works.
 *
 * @example
 * new Command('lock').addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 lock'));
 */
export const example = (line: string): string => `\nExample:\n  ${line}`;
