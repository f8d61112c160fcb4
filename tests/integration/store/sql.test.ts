import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenStore } from '../../../main/engine/store/open.ts';
import { tempStore } from '../../fakes/store.ts';

const STORE = new URL('../../../main/engine/store/', import.meta.url).pathname;
const FILES = ['views', 'aggregates'].flatMap((folder) =>
  readdirSync(join(STORE, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Every text that an SQL expression of a source file can become; throws on a form that it does not know. */
function textsOf(node: ts.Expression, file: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isNumericLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, file);
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue, file), ...textsOf(node.whenFalse, file)];
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (heads, span) =>
        heads.flatMap((head) =>
          textsOf(span.expression, file).map((text) => head + text + span.literal.text),
        ),
      [node.head.text],
    );
  }
  // A list of conditions: with all that any line of the file pushes onto it.
  if (ts.isCallExpression(node) && node.getText(file).endsWith(".join(' AND ')")) {
    return [collect(file, (call) => /\bwhere\.push$/.test(call.expression.getText(file))).join(' AND ')];
  }
  // A query that is handed on as data: each that the file makes, or that any file makes where it makes none.
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'sql') {
    const own = madeIn(file);
    return own.length > 0 ? own : FILES.flatMap((name) => madeIn(sourceOf(name)));
  }
  if (ts.isIdentifier(node)) {
    if (node.text === 'TOTAL_MAX') return ['1000'];
    const helper = helperOf(node);
    if (helper) return collect(file, (call) => call.expression.getText(file) === helper);
    let found: ts.Expression | undefined;
    const look = (each: ts.Node): void => {
      if (ts.isVariableDeclaration(each) && each.name.getText(file) === node.text) found ??= each.initializer;
      ts.forEachChild(each, look);
    };
    look(file);
    if (found) return textsOf(found, file);
  }
  throw new Error(`${file.fileName}: cannot tell the SQL of ${node.getText(file)}`);
}

const sourceOf = (name: string): ts.SourceFile =>
  ts.createSourceFile(name, readFileSync(join(STORE, name), 'utf8'), ts.ScriptTarget.Latest, true);

/** The texts of all `sql:` properties of a file's objects. */
function madeIn(file: ts.SourceFile): string[] {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'sql')
      texts.push(...textsOf(node.initializer, file));
    ts.forEachChild(node, look);
  };
  look(file);
  return texts;
}

/** The name of the local function whose first parameter this is: its callers give the SQL. */
function helperOf(name: ts.Identifier): string | undefined {
  for (let node: ts.Node = name; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isArrowFunction(node) || node.parameters[0]?.name.getText() !== name.text) continue;
    return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined;
  }
  return undefined;
}

/** The first arguments' texts of all calls that fit. */
function collect(file: ts.SourceFile, fits: (call: ts.CallExpression) => boolean): string[] {
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments[0] && fits(node))
      texts.push(...textsOf(node.arguments[0], file));
    ts.forEachChild(node, look);
  };
  look(file);
  return texts;
}

const isStatement = (file: ts.SourceFile) => (call: ts.CallExpression) =>
  /^(reader|writer)\s*\.(get|all|run)$/.test(call.expression.getText(file));

let temp: ReturnType<typeof tempStore>;
let store: OpenStore;
beforeAll(() => {
  temp = tempStore();
  store = temp.open();
});
afterAll(() => {
  store.close();
  temp.remove();
});

/** EXPLAIN prepares the statement against the schema and runs nothing of it. */
function prepare(sql: string): string {
  try {
    store.reader.all(`EXPLAIN ${sql}`);
    return 'ok';
  } catch (error) {
    // Values are missing on purpose: the driver counts them after it has prepared.
    return /Too few parameter values|Missing named parameter/.test(String(error))
      ? 'ok'
      : `${String(error)}: ${sql}`;
  }
}

test.each(FILES)('every statement of %s fits the schema', (name) => {
  const text = readFileSync(join(STORE, name), 'utf8');
  const file = sourceOf(name);
  const statements = collect(file, isStatement(file));
  // Its own count, by text, so that a call in a new form is not passed over.
  expect(statements.length).toBeGreaterThanOrEqual(
    text.match(/\b(reader|writer)\s*\.(get|all|run)\b/g)?.length ?? 0,
  );
  expect(statements.map(prepare).filter((answer) => answer !== 'ok')).toEqual([]);
});

test('a statement that does not fit is found', () => {
  expect(prepare('SELECT no_such_column FROM audit WHERE id = ?')).toMatch(/no such column/);
});
