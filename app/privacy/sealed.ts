/** A personal value as the audit trail keeps it: the id of its key, and what was sealed under it. */
export type Sealed = { sealed: string };

/** What is shown of a value that can't be opened: its key was deleted, or the master key is not here. */
export type Unreadable = { unreadable: UnreadableCause };
export type UnreadableCause = 'erased' | 'locked';

const form = /^(\d{1,16})\.([\w-]+)$/;

/** Whether a value of an entry was sealed; nothing that is typed into a form has this form. */
export function isSealed(value: unknown): value is Sealed {
  if (value === null || typeof value !== 'object' || Object.keys(value).length !== 1) return false;
  return 'sealed' in value && typeof value.sealed === 'string' && form.test(value.sealed);
}

export function isUnreadable(value: unknown): value is Unreadable {
  return value !== null && typeof value === 'object' && 'unreadable' in value;
}

/** The key's id and the sealed text of a sealed value. */
export function partsOfSealed({ sealed }: Sealed): { keyId: number; text: string } {
  const [, keyId = '', text = ''] = form.exec(sealed) ?? [];
  return { keyId: Number(keyId), text };
}

/** A sealed value where a column holds text, such as the address that somebody acted from. */
export function sealedText({ sealed }: Sealed): string {
  return `sealed:${sealed}`;
}

/** The sealed value of such a column; null where it holds plain text, as entries from before do. */
export function sealedOfText(text: string): Sealed | null {
  const value = { sealed: text.replace(/^sealed:/, '') };
  return text.startsWith('sealed:') && isSealed(value) ? value : null;
}
