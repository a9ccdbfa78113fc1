import { runInNewContext } from 'node:vm';
import { property, assert, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handedOver, handedWords } from './handed-over';

/** What a browser does with the script of a page. */
function taken(html: string): unknown[] {
  const [, script = ''] = /^<script nonce="n">([^<>&]*)<\/script>$/u.exec(html) ?? [];
  const heard: unknown[] = [];
  const streamController = {
    enqueue: (text: string) => heard.push(text),
    close: () => heard.push('closed'),
  };
  runInNewContext(script, { window: { __remixContext: { streamController } } });
  return heard;
}

describe('what a page hands over to its browser', () => {
  it('is what was found, whatever it says', () => {
    const hostile = '</script><script>alert(1)</script><!-- & \u2028\u2029 \\ " ` ${x}';
    expect(taken(handedOver(hostile, 'n'))).toEqual([hostile, 'closed']);
    assert(
      property(string({ unit: 'binary' }), (found) => {
        expect(taken(handedOver(found, 'n'))).toEqual([found, 'closed']);
      }),
    );
  });

  it('is its words, which nothing in them ends early', () => {
    const words = JSON.stringify({
      common: { product: '</script><script>alert(1)</script>&amp;' },
    });
    const [, block = ''] = /^<script [^<>]+>([^<>&]*)<\/script>$/u.exec(handedWords(words)) ?? [];
    expect(JSON.parse(block)).toEqual(JSON.parse(words));
  });
});
