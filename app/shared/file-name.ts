const LONGEST = 150;
/** Control signs and line breaks; marks that turn the direction of what follows, by which `gpj.exe` reads `exe.jpg`. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The name of a file that somebody sent, as it may be kept and shown: without folders, hidden signs and halves of
 * characters, and short, its ending kept. What has no name left is `file`.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(HIDDEN, '').replace(/\s+/g, ' ').trim();
  if (plain === '' || /^\.+$/.test(plain)) return 'file';
  const letters = [...plain];
  if (letters.length <= LONGEST) return plain;
  const ending = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '';
  return letters.slice(0, LONGEST - [...ending].length).join('') + ending;
}
