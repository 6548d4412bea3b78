/** The names of records' fields, as the contracts' catalogue lists them. */
import type { Aggregate } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';

export function fieldFormats({ fields }: Pick<Texts, 'fields'>) {
  const labels = new Map<string, string>(Object.entries(fields.fieldNames));
  const byName = new Map<string, string>(Object.entries(fields.otherFieldNames));
  for (const [key, label] of labels) {
    const name = key.slice(key.indexOf('.') + 1);
    if (!byName.has(name)) byName.set(name, label);
  }

  /** What a field of an aggregate is called; the field itself where it has no name, as one that a newer server sends. */
  const fieldLabel = (aggregate: Aggregate, name: string): string =>
    labels.get(`${aggregate}.${name}`) ?? name;

  /** The same for a name of any aggregate, and of what has no catalogue: fields of one name are called alike everywhere. */
  const fieldName = (name: string): string => byName.get(name) ?? name;

  return { fieldLabel, fieldName };
}
