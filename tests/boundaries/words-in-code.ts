import ts from 'typescript';

/** A text that a file shows or compares, with its line. */
export interface FoundText {
  readonly line: number;
  readonly text: string;
}

const scriptTag = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
const beside = /<!--[\s\S]*?-->|<style\b[\s\S]*?<\/style>/g;

/** The texts of a file without its comments: strings of code, and of a Svelte file also its markup. */
export function textsIn(file: string, content: string): FoundText[] {
  if (!file.endsWith('.svelte')) return stringsIn(file, content);
  // Line ends stay, so that the lines are those of the file.
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ');
  const markup = content.replaceAll(beside, blank).replaceAll(scriptTag, blank);
  const scripts = [...content.matchAll(scriptTag)].flatMap((match) => {
    const above = content.slice(0, match.index).split('\n').length - 1;
    return stringsIn(file, match[1] ?? '').map(({ line, text }) => ({ line: line + above, text }));
  });
  return [...scripts, ...markup.split('\n').map((text, index) => ({ line: index + 1, text }))];
}

function stringsIn(file: string, code: string): FoundText[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: FoundText[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    const isKey = ts.isPropertyAssignment(node) && ts.isIdentifier(node.name);
    if (isText) found.push({ line: lineOf(source, node), text: node.text });
    if (isKey) found.push({ line: lineOf(source, node), text: node.name.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
