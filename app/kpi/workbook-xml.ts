const ENTITY = /&(#x[0-9a-f]+|#\d+|amp|lt|gt|quot|apos);/gi;
const ESCAPED = /_x([0-9a-f]{4})_/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const CDATA = /^<!\[CDATA\[([\s\S]*?)\]\]>/;

/**
 * Calls `visit` for every tag of the given names (`/name` for a closing one) with its attributes and the text that
 * follows it. Workbook parts need no more of XML than this; document types and their entities are never expanded.
 */
export function scanTags(
  xml: string,
  names: readonly string[],
  visit: (tag: string, attributes: string, text: string) => void,
): void {
  const closing = names.filter((name) => name.startsWith('/')).map((name) => name.slice(1));
  const opening = names.filter((name) => !name.startsWith('/'));
  const either = [
    `(?:[\\w]+:)?(${opening.join('|')})(?=[\\s/>])`,
    ...(closing.length > 0 ? [`/(?:[\\w]+:)?(${closing.join('|')})(?=[\\s>])`] : []),
  ];
  const pattern = new RegExp(`<(?:${either.join('|')})((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  const attributesAt = closing.length > 0 ? 3 : 2;
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const tag = match[1] ?? `/${match[2]}`;
    visit(tag, match[attributesAt] ?? '', textAt(xml, pattern.lastIndex));
  }
}

function textAt(xml: string, start: number): string {
  const end = xml.indexOf('<', start);
  if (end === start && xml.startsWith('<![CDATA[', start))
    return CDATA.exec(xml.slice(start))?.[1] ?? '';
  return end < 0 ? '' : xml.slice(start, end);
}

const attributePatterns = new Map<string, RegExp>();

function attributePattern(name: string): RegExp {
  const known = attributePatterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributePatterns.set(name, pattern);
  return pattern;
}

/** The attribute of that local name, decoded; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = attributePattern(name).exec(attributes);
  return match ? decodeXml(match[1] ?? match[2] ?? '') : undefined;
}

/** Text of a workbook part with its entities and `_x000D_` escapes resolved. */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(ENTITY, (_, entity: string) => character(entity))
    : text;
  return plain.includes('_x')
    ? plain.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : plain;
}

function character(entity: string): string {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? '';
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
