let last = Promise.resolve();

/**
 * Lets whatever came in meanwhile have the thread before long work goes on. All who wait here go on one by one, with pages
 * between them: ten exports at once take longer themselves, and pages wait for no more than one piece of one of them.
 */
export function pagesPass(): Promise<void> {
  last = last.then(() => new Promise((go) => setImmediate(go)));
  return last;
}
