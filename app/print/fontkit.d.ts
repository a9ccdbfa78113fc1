declare module 'fontkit' {
  /** As much of a font as printing asks for: which letters it has. */
  export function create(file: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean };
}
