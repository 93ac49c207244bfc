/** Small changes of a source file, each of which some test should notice. */
import ts from 'typescript';

export interface Mutant {
  file: string;
  /** Offsets of what is replaced. */
  start: number;
  end: number;
  /** What stands there instead. */
  text: string;
}

const operators: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.QuestionQuestionToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
};
const methods: Record<string, string> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
};

/** What may stand in the place of a node, each as text. */
const replacements = (node: ts.Node, source: ts.SourceFile): { at: ts.Node; text: string }[] => {
  const inverted = (condition: ts.Expression) => [{ at: condition, text: `!(${condition.getText(source)})` }];
  if (ts.isBinaryExpression(node)) {
    const text = operators[node.operatorToken.kind];
    return text ? [{ at: node.operatorToken, text }] : [];
  }
  if (ts.isIfStatement(node)) return inverted(node.expression);
  if (ts.isConditionalExpression(node)) return inverted(node.condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ at: node, text: node.operand.getText(source) }];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ at: node, text: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ at: node, text: 'true' }];
  if (ts.isNumericLiteral(node)) return [{ at: node, text: `(${node.text} + 1)` }];
  if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent))
    return [{ at: node, text: node.text === '' ? "'mutated'" : "''" }];
  if (ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.initializer === node)
    return [{ at: node, text: "'mutated'" }];
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) return [{ at: node, text: '[]' }];
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
    const text = methods[node.name.text];
    return text ? [{ at: node.name, text }] : [];
  }
  return [];
};

/** All mutants of a file, from top to bottom. Types, imports and the words of errors are left alone: no test reads them. */
export const mutantsOf = (file: string, code: string): Mutant[] => {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isThrowStatement(node)) return;
    for (const { at, text } of replacements(node, source))
      found.push({ file, start: at.getStart(source), end: at.getEnd(), text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
