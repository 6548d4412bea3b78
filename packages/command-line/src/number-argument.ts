import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { argument } from './argument.ts';

const PLAIN_DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * Reads a number within the limits of a schema. A blank is refused: `Number('')` is 0, and a value that nobody measured
 * must not become one. So is what only programs write, such as `1e3` and `0x10`, and a number with separators.
 *
 * @example
 * new Command('enter').option('--oil <bbl>', 'oil in bbl', numberArgument(volumeSchema));
 */
export const numberArgument =
  <Schema extends z.ZodType>(schema: Schema) =>
  (value: string): z.output<Schema> => {
    const text = value.trim();
    if (text === '')
      throw new InvalidArgumentError('Give a number, or leave the option out if nobody measured it.');
    if (!PLAIN_DECIMAL.test(text))
      throw new InvalidArgumentError(`${value} is not a number such as 1618.25.`);
    return argument(schema)(Number(text));
  };
