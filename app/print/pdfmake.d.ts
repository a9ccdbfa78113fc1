import 'pdfmake';

declare module 'pdfmake' {
  /** The files that a document may name: its fonts. */
  export const virtualfs: { writeFileSync: (name: string, content: Buffer) => void };
}
