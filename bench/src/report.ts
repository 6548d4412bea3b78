/** The figures as a table on the terminal, floors beside them. */

export interface Figure {
  readonly name: string;
  readonly measured: string;
  /** What it is compared with in the same run. */
  readonly beside: string;
  /** What the customer's brief asks for at least. */
  readonly floor: string;
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = [{ name: title, measured: 'measured', beside: 'beside', floor: 'floor' }, ...figures];
  const width = (key: keyof Figure): number => Math.max(...rows.map((row) => row[key].length));
  const widths = { name: width('name'), measured: width('measured'), beside: width('beside') };
  console.log('');
  for (const row of rows) {
    console.log(
      [
        row.name.padEnd(widths.name),
        row.measured.padEnd(widths.measured),
        row.beside.padEnd(widths.beside),
        row.floor,
      ]
        .join('  ')
        .trimEnd(),
    );
  }
}
