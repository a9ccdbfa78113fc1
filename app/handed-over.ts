const OUTSIDE_SCRIPTS = /[&<>\u2028\u2029]/g;

/** Where a page keeps the words that it was drawn with. */
export const WORDS_OF_PAGE = 'words-of-page';

/**
 * The script by which a page's browser gets what the page was drawn from: `found`, as Remix wrote it down, put where
 * Remix's own scripts wait for it. Nothing in it ends the script, whatever people wrote.
 */
export function handedOver(found: string, nonce: string): string {
  const text = withinScript(JSON.stringify(found));
  const controller = 'window.__remixContext.streamController';
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`;
}

/** The words that the page was drawn with, JSON by namespace: a block of data, which no browser runs. */
export function handedWords(words: string): string {
  return `<script type="application/json" id="${WORDS_OF_PAGE}">${withinScript(words)}</script>`;
}

/** JSON in which no letter stands that a page's parser could take for its own. */
function withinScript(json: string): string {
  return json.replace(
    OUTSIDE_SCRIPTS,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
