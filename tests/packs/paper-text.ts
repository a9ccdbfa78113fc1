import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readText, unzipped } from './unzip';

/** A text without the spaces and breaks that printing puts into it. */
export const tight = (text: string) => text.replace(/\s/g, '');

/** What is read on the pages of a PDF, one after the other and tight, and how many they are. */
export async function pdfText(pdf: Uint8Array): Promise<{ text: string; pages: number }> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return { text: tight(pages.join('')), pages: file.numPages };
}

/** Every part of a file of slides by its name, the slides themselves, and what is read on them, tight. */
export async function slideTexts(file: Uint8Array) {
  const parts = await unzipped(file);
  const own = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const slides = own.map(([, xml]) => xml);
  return { parts, slides, text: slides.map(readText).join('\n') };
}
