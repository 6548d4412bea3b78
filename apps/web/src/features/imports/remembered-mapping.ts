/** The mapping of the last file with the same header, kept in this browser: the same export comes every day. */
import { mappingFormSchema, type MappingForm } from './mapping-form.ts';
import type { CsvPreview } from './csv-preview.ts';

const keyOf = (tenantId: string, { header }: CsvPreview) =>
  `wellpulse.import-mapping.${tenantId}.${JSON.stringify(header)}`;

export function rememberedMapping(tenantId: string, preview: CsvPreview): MappingForm | null {
  try {
    const text = localStorage.getItem(keyOf(tenantId, preview));
    return text === null ? null : (mappingFormSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** A browser without room forgets it, which costs only some clicks the next time. */
export function rememberMapping(tenantId: string, preview: CsvPreview, form: MappingForm): void {
  try {
    localStorage.setItem(keyOf(tenantId, preview), JSON.stringify(form));
  } catch {
    return;
  }
}
