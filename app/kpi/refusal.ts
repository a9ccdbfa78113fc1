import type { FindingCode } from './finding';

/** A file that can't be read at all, and why. Thrown inside the readers of this folder; `readUpload` turns it into a finding. */
export class FileRefusal extends Error {
  constructor(
    readonly code: FindingCode,
    readonly params: Record<string, string | number> = {},
    readonly row: number | null = null,
    readonly sheet: string | null = null,
  ) {
    super(code);
    this.name = 'FileRefusal';
  }
}
