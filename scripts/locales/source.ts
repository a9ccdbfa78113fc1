import ts from 'typescript';

export type Uses = {
  /** Keys written out, with the file that names them first. */
  keys: Map<string, string>;
  /** Keys put together while running: `sla:outcome.${outcome}`. */
  patterns: RegExp[];
  /** Codes of refusals, whose words are under `errors`. */
  codes: Map<string, string>;
  /** Every other word in quotes: where a reason is no call of `refused`, its code is among these. */
  literals: Set<string>;
};

const key = /^[a-z][\w-]*:[\w-]+(\.[\w-]+)*$/;

/** Files in which Chinese is data: words that vendors use in their reports, names in the demo, dates and units. */
const readsChinese =
  /[-/](vocabulary|headings|columns)\.ts$|^app\/onboarding\/product-scorecards\/|^db\/demo\/|^app\/locales\/|^app\/shared\/format\.ts$/;

/** Words where none should be: text in Chinese outside the locale files. */
export function findingsInSource(file: string, text: string): string[] {
  if (readsChinese.test(file)) return [];
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (isChineseName(node)) return;
    const words = literalText(node);
    if (words !== undefined && /\p{Script=Han}/u.test(words)) {
      found.push(`${file} writes “${words.trim().slice(0, 40)}” outside the locale files`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return found;
}

/** Adds the keys and codes that a file names to `uses`. */
export function usesIn(file: string, text: string, namespaces: string[], uses: Uses): void {
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) addKey(node.text);
    else if (ts.isTemplateExpression(node)) addPattern(node);
    else if (ts.isCallExpression(node)) addCall(node);
    ts.forEachChild(node, visit);
  };
  const isNamespace = (text: string) => namespaces.includes(text.split(':')[0] ?? '');

  function addKey(text: string) {
    uses.literals.add(text);
    if (key.test(text) && isNamespace(text) && !uses.keys.has(text)) uses.keys.set(text, file);
  }

  function addPattern(template: ts.TemplateExpression) {
    const head = template.head.text;
    if (!/^[a-z][\w-]*:/.test(head) || !isNamespace(head)) return;
    // A whole namespace put together from codes says nothing about which of its keys are used.
    if (head === 'errors:') return;
    const parts = [head, ...template.templateSpans.map((span) => span.literal.text)];
    uses.patterns.push(
      new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}`),
    );
  }

  function addCall(call: ts.CallExpression) {
    const name = ts.isIdentifier(call.expression) ? call.expression.text : '';
    const [first] = call.arguments;
    if (!first || !ts.isStringLiteralLike(first)) return;
    if (name === 'refused' && !uses.codes.has(first.text)) uses.codes.set(first.text, file);
    if (name === 't' && !first.text.includes(':')) uses.keys.set(`common:${first.text}`, file);
  }

  visit(parse(file, text));
}

/** `nameZh: '…'`: a record's name in Chinese, stored beside the English one. */
function isChineseName(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text.endsWith('Zh')
  );
}

function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
    return node.text;
  return undefined;
}

function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
}
