import { FileRefusal } from './refusal';

const ENTITY = /&(#x[0-9a-f]+|#\d+|amp|lt|gt|quot|apos);/gi;
const ESCAPED = /_x([0-9a-f]{4})_/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const CDATA = '<![CDATA[';
const TAG_NAME = /\/?(?:\w+:)?(\w+)(?=[\s/>])/y;
const QUOTE_OR_END = /[>"']/g;

/**
 * Calls `visit` for every tag of the given names (`/name` for a closing one) with its attributes and the text that
 * follows it. Workbook parts need no more of XML than this. A document type, which no workbook has, is refused, so that
 * no entity of its own is ever read. Each character is looked at a fixed number of times, however the file is broken.
 */
export function scanTags(
  xml: string,
  names: readonly string[],
  visit: (tag: string, attributes: string, text: string) => void,
): void {
  const wanted = new Set(names);
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    if (xml[at + 1] === '!') {
      at = endOfDeclaration(xml, at);
      continue;
    }
    TAG_NAME.lastIndex = at + 1;
    const match = TAG_NAME.exec(xml);
    const tag = match ? (xml[at + 1] === '/' ? `/${match[1]}` : (match[1] ?? '')) : '';
    if (!wanted.has(tag)) {
      at += 1;
      continue;
    }
    const end = endOfTag(xml, TAG_NAME.lastIndex);
    if (end < 0) return;
    visit(tag, xml.slice(TAG_NAME.lastIndex, end), textAt(xml, end + 1));
    at = end + 1;
  }
}

/** Where a comment or a text as it stands ends. */
function endOfDeclaration(xml: string, start: number): number {
  const end = xml.startsWith(CDATA, start)
    ? xml.indexOf(']]>', start)
    : xml.startsWith('<!--', start)
      ? xml.indexOf('-->', start)
      : null;
  if (end === null) throw new FileRefusal('file_damaged');
  return end < 0 ? xml.length : end;
}

/** Where a tag's `>` stands; `>` within quotes is none. -1 where there is none. */
function endOfTag(xml: string, start: number): number {
  QUOTE_OR_END.lastIndex = start;
  for (let match = QUOTE_OR_END.exec(xml); match; match = QUOTE_OR_END.exec(xml)) {
    if (match[0] === '>') return match.index;
    const closing = xml.indexOf(match[0], match.index + 1);
    if (closing < 0) return -1;
    QUOTE_OR_END.lastIndex = closing + 1;
  }
  return -1;
}

function textAt(xml: string, start: number): string {
  const end = xml.indexOf('<', start);
  if (end !== start || !xml.startsWith(CDATA, start)) return end < 0 ? '' : xml.slice(start, end);
  const closing = xml.indexOf(']]>', start);
  return closing < 0 ? '' : xml.slice(start + CDATA.length, closing);
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

/** Text of a workbook part with its entities and `_x000D_` escapes resolved; NUL, which no store keeps, is left out. */
export function decodeXml(text: string): string {
  const plain = text.includes('&')
    ? text.replace(ENTITY, (_, entity: string) => character(entity))
    : text;
  const whole = plain.includes('_x')
    ? plain.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : plain;
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

function character(entity: string): string {
  if (!entity.startsWith('#')) return NAMED[entity.toLowerCase()] ?? '';
  const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
