const OUTSIDE_SCRIPTS = /[&<>\u2028\u2029]/g;

/**
 * The script by which a page's browser gets what the page was drawn from: `found`, as Remix wrote it down, put where
 * Remix's own scripts wait for it. Nothing in it ends the script, whatever people wrote.
 */
export function handedOver(found: string, nonce: string): string {
  const text = JSON.stringify(found).replace(
    OUTSIDE_SCRIPTS,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const controller = 'window.__remixContext.streamController';
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`;
}
