/** The system's own windows for files, as main asks for them. The page never sees a path. */
export interface FileDialogs {
  /** Where a file of this kind shall go; null if the person thought better of it. */
  save(suggested: { readonly name: string; readonly ending: string }): Promise<string | null>;
  /** Null if the person chose none. */
  open(wanted: { readonly ending: string }): Promise<string | null>;
}
