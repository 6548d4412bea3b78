/** People in one sentence: those whose names are known, then how many others there are. */
export function namesOr(names: readonly (string | null)[], sayOthers: (unnamed: number) => string): string {
  const named = names.filter((name) => name !== null);
  const unnamed = names.length - named.length;
  return [...named, ...(unnamed === 0 ? [] : [sayOthers(unnamed)])].join(', ');
}
