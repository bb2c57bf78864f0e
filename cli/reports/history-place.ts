export interface StoredFile {
  name: string;
  text: string;
}

/** Where the records of runs are kept, by stack. */
export interface HistoryStore {
  /** As a person names it. */
  place: string;
  read(stack: string): Promise<StoredFile[]>;
  /** Puts a file there whole or not at all. */
  write(stack: string, file: StoredFile): Promise<void>;
}
