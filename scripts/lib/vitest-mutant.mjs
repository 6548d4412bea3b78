/**
 * Lets Vitest load one file as a mutant has it, where `scripts/mutants.mjs` says so. The file itself stays as it is.
 *
 * @returns {import('vite').Plugin[]}
 */
export function mutantPlugins() {
  const text = process.env['WELLPULSE_MUTANT'];
  if (text === undefined) return [];
  /** @type {{ file: string, from: string, to: string }} */
  const { file, from, to } = JSON.parse(text);
  return [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith(`/${file}`) ? code.replace(from, () => to) : undefined),
    },
  ];
}
