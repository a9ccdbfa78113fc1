import { isDeck, type Print } from './print';
import { renderPdf } from './render-pdf.server';

/** Renders pages or slides in this thread; the packages of slides are loaded with the first ones. */
export const print: Print = async (printable) => {
  if (!isDeck(printable)) return renderPdf(printable);
  const { renderSlides } = await import('./render-slides.server');
  return renderSlides(printable);
};
