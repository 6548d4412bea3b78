/** A record, and whether something of it is not at the server yet. */
export type Seen<Row> = Row & { readonly isPending: boolean };
