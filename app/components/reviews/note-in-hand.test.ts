import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  noteInHand,
  PAUSE,
  settleNote,
  stopNote,
  takeInNote,
  takeUpNote,
  TRY_AGAIN,
  writeNote,
  type NoteInHand,
  type NoteShown,
} from './note-in-hand';

/** What the portal answers next: a status and a body, or a connection that is lost. */
let answers: ({ status: number; body: object } | 'lost')[];
let sent: { text: string; version: string }[];
let kept: Map<string, string>;
let shown: NoteShown;

const KEY = 'kept';
const saved = (version: number) => ({ status: 200, body: { kind: 'saved', version } });
const theirs = { text: 'Theirs', version: 5, person: 'Mona' };
const met = { status: 409, body: { kind: 'met', mine: 'Mine', theirs } };

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  sent = [];
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('fetch', (_path: string, { body }: { body: FormData }) => {
    sent.push({ text: body.get('text') as string, version: body.get('version') as string });
    const answer = answers.shift() ?? 'lost';
    return answer === 'lost'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(Response.json(answer.body, { status: answer.status }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(text = 'Before', version = 1): NoteInHand {
  const stored = { text, version, person: null };
  shown = { text, state: 'saved', theirs: null };
  return noteInHand({ path: '/note', key: KEY, stored }, (change) => {
    shown = { ...shown, ...change };
  });
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a note as it is typed', () => {
  it('is sent once after a pause, upon the version it was written on, and kept until then', async () => {
    answers = [saved(2)];
    const note = opened();
    writeNote(note, 'B');
    await pass(PAUSE - 1);
    writeNote(note, 'Better');
    expect([shown.state, kept.get(KEY)]).toEqual(['typing', '{"text":"Better","version":1}']);
    await pass(PAUSE);
    expect(sent).toEqual([{ text: 'Better', version: '1' }]);
    expect([shown.state, kept.size]).toEqual(['saved', 0]);
  });

  it('that goes on while it is sent is sent anew', async () => {
    answers = [saved(2), saved(3)];
    const note = opened();
    writeNote(note, 'One');
    await pass(PAUSE);
    writeNote(note, 'One and two');
    await pass(PAUSE);
    expect(sent.map(({ text, version }) => [text, version])).toEqual([
      ['One', '1'],
      ['One and two', '2'],
    ]);
  });

  it('is tried again where the connection is lost, and not where the portal refuses it', async () => {
    answers = ['lost', { status: 503, body: {} }, { status: 403, body: {} }];
    writeNote(opened(), 'Mine');
    await pass(PAUSE);
    expect(shown.state).toBe('offline');
    await pass(TRY_AGAIN);
    expect(shown.state).toBe('offline');
    await pass(10 * TRY_AGAIN);
    expect([shown.state, sent.length, kept.size]).toEqual(['refused', 3, 1]);
  });

  it('is sent no more once its page is gone, and taken up by the next one', async () => {
    const note = opened();
    writeNote(note, 'Mine');
    stopNote(note);
    await pass(PAUSE);
    expect(sent).toEqual([]);
    answers = [saved(8)];
    const next = opened('Theirs', 7);
    takeUpNote(next);
    expect(shown.text).toBe('Mine');
    await pass(PAUSE);
    expect(sent).toEqual([{ text: 'Mine', version: '1' }]);
  });
});

describe('another’s version', () => {
  it('is shown where nothing of one’s own waits and it is newer', () => {
    const note = opened();
    takeInNote(note, { ...theirs, version: 1 });
    expect(shown.text).toBe('Before');
    takeInNote(note, theirs);
    expect(shown.text).toBe('Theirs');
    writeNote(note, 'Mine');
    takeInNote(note, { text: 'Later', version: 6, person: null });
    expect(shown.text).toBe('Mine');
  });

  async function both(): Promise<NoteInHand> {
    answers = [met, saved(6)];
    const note = opened();
    writeNote(note, 'Mine');
    await pass(PAUSE);
    expect(shown).toEqual({ text: 'Mine', state: 'met', theirs });
    return note;
  }

  it('that came first holds everything back until the writer chooses', async () => {
    const note = await both();
    writeNote(note, 'Mine, and more');
    await pass(10 * TRY_AGAIN);
    expect([shown.state, sent.length]).toEqual(['met', 1]);
    expect(kept.get(KEY)).toContain('Mine, and more');
  });

  it.each([
    ['mine', 'Mine', 'Mine'],
    ['both', 'Theirs\nMine', 'Theirs\nMine'],
    ['theirs', 'Theirs', null],
  ] as const)('met by the choice of %s leaves %j', async (choice, text, posted) => {
    const note = await both();
    settleNote(note, choice);
    await pass(PAUSE);
    expect(shown).toEqual({ text, state: 'saved', theirs: null });
    expect(sent.slice(1)).toEqual(posted === null ? [] : [{ text: posted, version: '5' }]);
    expect(kept.size).toBe(0);
  });
});
