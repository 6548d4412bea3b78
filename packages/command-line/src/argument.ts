import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/**
 * Reads an argument by the same schema that the API uses; a wrong one is told in its words.
 *
 * @example
 * new Command('enter').argument('<day>', 'the day', argument(daySchema));
 */
export const argument =
  <Schema extends z.ZodType>(schema: Schema) =>
  (value: unknown): z.output<Schema> => {
    const parsed = schema.safeParse(value);
    if (!parsed.success)
      throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join('. '));
    return parsed.data;
  };
