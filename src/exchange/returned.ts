/** Words of a returned text, or one end of a code in it, by the id that the export gave the code. */
export type ReturnedPiece =
  | string
  | {
      id: string;
      part: 'whole' | 'opening' | 'closing';
      /** What the file itself says that the code stands for. */
      data?: string;
    };

/** One text of a file that came back from a translator. */
export interface ReturnedUnit {
  /** The source file it is of, as the export called it: a path (XLIFF) or the name in a PO context. */
  of: string;
  id: string;
  source: ReturnedPiece[];
  /** Without words if it is not translated. */
  target: ReturnedPiece[];
  /** True if the file does not offer a translation at all: it is no wish to delete the one that there is. */
  isLeft: boolean;
  /** Whether its translator says that it is done; nothing where the file does not say. */
  isDone?: boolean;
  /** Hash of the section's source when the file was written, if the file still has it. */
  madeFrom?: string;
  /** Line of the returned file. */
  line: number;
}

/** A file that came back, read. */
export interface ReturnedFile {
  /** As it was named on the command line. */
  file: string;
  /** Tags as the file writes them. */
  sourceLocale?: string;
  locale: string;
  units: ReturnedUnit[];
}
