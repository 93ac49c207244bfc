/**
 * Which part of the code may import which. Read the table from the top: every part stands on those above it.
 * The rules are held against the import statements of the files themselves, types included.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { requiredEntries } from '../src/site.ts';
import { filesBelow } from './support/dist.ts';
import { root } from './support/run.ts';

interface Part {
  name: string;
  /** Files of the part, by their path below `src`. The first part that fits a file owns it. */
  files: RegExp;
  /** Other parts that it may import. */
  parts: string[];
  /** Packages that it may import. */
  packages: string[];
  why: string;
}

const parts: Part[] = [
  { name: 'vietnamese', files: /^vietnamese\.ts$/, parts: [], packages: [], why: 'Spelling of Vietnamese words.' },
  {
    name: 'schema',
    files: /^schema\//,
    parts: ['vietnamese'],
    packages: ['astro/zod'],
    why: 'What content is. It knows only how words are spelled.',
  },
  {
    name: 'problems',
    files: /^problems\//,
    parts: [],
    packages: [],
    why: 'Words for what is wrong. Data in, sentences out.',
  },
  {
    name: 'prose',
    files: /^prose\//,
    parts: ['problems', 'vietnamese'],
    packages: [],
    why: 'Rules on Vietnamese texts: a text in, issues out.',
  },
  {
    name: 'cms',
    files: /^cms\//,
    parts: ['environment', 'schema', 'i18n', 'site'],
    packages: ['astro', 'node:fs', 'node:path', 'node:url'],
    why: 'The web editor, made from the schemas and written beside the pages.',
  },
  {
    name: 'environment',
    files: /^environment\.ts$/,
    parts: [],
    packages: ['node:fs', 'node:path', 'node:url'],
    why: 'Reads and checks environment variables, and finds the folder of the project.',
  },
  {
    name: 'site',
    files: /^site\.ts$/,
    parts: ['environment'],
    packages: [],
    why: 'The few facts that name this site.',
  },
  {
    name: 'i18n',
    files: /^i18n\//,
    parts: ['environment', 'schema', 'site'],
    packages: [],
    why: 'Words, dates and addresses for the values of the schema.',
  },
  {
    name: 'figures',
    files: /^figures\//,
    parts: ['vietnamese', 'schema', 'i18n'],
    packages: [],
    why: 'Pure functions on a figure.',
  },
  { name: 'pagination', files: /^pagination\.ts$/, parts: ['i18n'], packages: [], why: 'A long list in pages.' },
  { name: 'facets', files: /^facets\.ts$/, parts: ['schema', 'i18n'], packages: [], why: 'Pure functions on lists.' },
  {
    name: 'tags',
    files: /^mdx\/tags\.ts$/,
    parts: ['schema'],
    packages: ['astro/zod'],
    why: 'The tags that an author may write: a wall, and nothing but a list.',
  },
  {
    name: 'body',
    files: /^mdx\/body\.ts$/,
    parts: ['schema', 'problems', 'site', 'tags'],
    packages: ['satteri'],
    why: 'Reads a body as data, in plain Node: no component is near.',
  },
  {
    name: 'content-loader',
    files: /^content-loader\//,
    parts: ['environment', 'schema', 'problems', 'prose', 'i18n', 'figures', 'body', 'site'],
    packages: ['astro/zod', 'node:fs', 'node:path', 'yaml'],
    why: 'Reads and checks the content folder, for the build and for plain Node. Of figures it takes how a value follows from a quote.',
  },
  {
    name: 'downloads',
    files: /^downloads\//,
    parts: ['schema', 'i18n', 'figures', 'site'],
    packages: [
      '@citation-js/core',
      '@citation-js/plugin-bibtex',
      '@citation-js/plugin-csl',
      '@citation-js/plugin-ris',
      'astro/zod',
      'csv-stringify/sync',
      'fflate',
      'schema-dts',
      'write-excel-file/node',
    ],
    why: 'Figures as files. It is given figures; it fetches none.',
  },
  {
    name: 'og-image',
    files: /^og-image\.ts$/,
    parts: [],
    packages: ['node:crypto'],
    why: 'What is on the share image of a page, and its address.',
  },
  {
    name: 'site-files',
    files: /^site-files\.ts$/,
    parts: [],
    packages: ['node:fs', 'node:path'],
    why: 'Lists files of a built site.',
  },
  { name: 'xml', files: /^xml\.ts$/, parts: [], packages: ['fast-xml-builder'], why: 'Objects as XML.' },
  {
    name: 'feeds',
    files: /^feeds\//,
    parts: ['schema', 'i18n', 'figures', 'site', 'downloads', 'xml'],
    packages: ['feedsmith', 'hast', 'hast-util-to-html', 'hastscript'],
    why: 'Entries as feeds and messages. It is given entries and the elements of their bodies; it fetches none.',
  },
  {
    name: 'structured-data',
    files: /^structured-data\//,
    parts: ['schema', 'i18n', 'figures', 'site'],
    packages: ['schema-dts'],
    why: 'Pure functions from entries to the words of schema.org.',
  },
  {
    name: 'offline',
    files: /^offline\//,
    parts: ['i18n'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
    why: 'The service worker, what it caches, and its removal.',
  },
  {
    name: 'sharing',
    files: /^sharing\//,
    parts: ['vietnamese'],
    packages: [],
    why: 'Addresses by which a page is passed on. It is given words and gives links.',
  },
  {
    name: 'components',
    files: /^components\//,
    parts: ['schema', 'i18n', 'figures', 'site', 'styles', 'offline', 'structured-data'],
    packages: ['chart.js', 'lean-qr', 'lean-qr/extras/svg'],
    why: 'Given everything as props: no collections, no files.',
  },
  {
    name: 'mdx',
    files: /^mdx\//,
    parts: ['schema', 'i18n', 'figures', 'body', 'components'],
    packages: ['astro/jsx-runtime', 'hast', 'hast-util-to-html', 'hastscript'],
    why: 'Turns a checked body into components.',
  },
  {
    name: 'layouts',
    files: /^layouts\//,
    parts: [
      'schema',
      'i18n',
      'figures',
      'facets',
      'pagination',
      'site',
      'styles',
      'og-image',
      'structured-data',
      'components',
      'search',
      'offline',
    ],
    packages: ['astro/types'],
    why: 'Frames of pages. Given everything as props, like components.',
  },
  {
    name: 'styles',
    files: /^styles\//,
    parts: ['site'],
    packages: [],
    why: 'Values of design, and what stands before the address of a link on paper.',
  },
  {
    name: 'search',
    files: /^search\//,
    parts: [],
    packages: [],
    why: 'Asks the search index, and knows how Vietnamese is written into it.',
  },
  {
    name: 'dev-reload',
    files: /^dev-reload\.ts$/,
    parts: ['content-loader'],
    packages: ['astro'],
    why: 'Tells pages and browsers of a change of content.',
  },
  {
    name: 'hosting',
    files: /^hosting\//,
    parts: ['environment', 'cms', 'site', 'i18n', 'content-loader', 'og-image'],
    packages: ['node:path', 'node:util'],
    why: 'The headers of every response, as a configuration for each server. Its command is imported by nobody.',
  },
  {
    name: 'postprocess',
    files: /^postprocess\//,
    parts: [
      'environment',
      'hosting',
      'i18n',
      'site',
      'content-loader',
      'offline',
      'og-image',
      'search',
      'site-files',
      'styles',
      'xml',
    ],
    packages: [
      'astro',
      'esbuild',
      'node-html-parser',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:module',
      'node:path',
      'node:url',
      'node:util',
      'node:zlib',
      'p-queue',
      'pagefind',
      'satori',
      'sharp',
    ],
    why: 'Takes each rendered page through all steps, then writes what belongs to the site as a whole.',
  },
  {
    name: 'content.config',
    files: /^content\.config\.ts$/,
    parts: ['schema', 'problems', 'content-loader'],
    packages: ['astro/loaders', 'astro:content', 'node:path', 'node:url'],
    why: 'Hands checked content to Astro.',
  },
  {
    name: 'site-content',
    files: /^site-content\.ts$/,
    parts: ['i18n', 'schema', 'problems', 'figures', 'content-loader', 'mdx'],
    packages: ['astro:content'],
    why: 'The only place that queries the collections.',
  },
  {
    name: 'pages',
    files: /^pages\//,
    parts: [
      'environment',
      'schema',
      'problems',
      'i18n',
      'figures',
      'facets',
      'pagination',
      'site',
      'downloads',
      'sharing',
      'styles',
      'feeds',
      'structured-data',
      'components',
      'mdx',
      'layouts',
      'site-content',
      'search',
    ],
    packages: ['astro', 'node:fs', 'node:path', 'sharp'],
    why: 'Fetch, and hand over to layouts and components. Nobody imports a page.',
  },
  {
    name: 'editor',
    files: /^editor\//,
    parts: [
      'environment',
      'schema',
      'problems',
      'prose',
      'vietnamese',
      'i18n',
      'figures',
      'tags',
      'body',
      'content-loader',
    ],
    packages: [
      '@clack/prompts',
      'dictionary-vi',
      'node:child_process',
      'node:fs',
      'node:module',
      'node:path',
      'node:util',
      'yaml',
    ],
    why: 'Commands. Nobody imports a command. It asks git what was published, and figures what was told of a change.',
  },
  {
    name: 'publish',
    files: /^publish\//,
    parts: ['environment', 'site', 'site-files'],
    packages: [
      'astro',
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:net',
      'node:os',
      'node:path',
      'node:sqlite',
      'node:timers/promises',
      'node:util',
      'p-queue',
    ],
    why: 'Commands that run the others as processes.',
  },
];

/** Folders that are entered by their `index.ts` alone. */
const modules = [
  'schema',
  'problems',
  'prose',
  'i18n',
  'figures',
  'content-loader',
  'downloads',
  'feeds',
  'structured-data',
  'sharing',
  'mdx',
];

/** Files that may be imported past the `index.ts` of their module, and by whom. */
const sideDoors: { file: string; by: string; why: string }[] = [
  {
    file: 'mdx/body.ts',
    by: 'content-loader',
    why: 'mdx/index.ts pulls in Astro components, which plain Node cannot load.',
  },
  { file: 'mdx/body.ts', by: 'editor', why: 'As above.' },
  { file: 'mdx/tags.ts', by: 'editor', why: 'As above.' },
  {
    file: 'figures/chart.ts',
    by: 'components',
    why: 'It is drawn with figures/index.ts, which therefore cannot hand it on.',
  },
  { file: 'figures/chart.ts', by: 'pages', why: 'As above.' },
];

const src = path.join(root, 'src');
const files = filesBelow(src).filter((file) => /\.(?:ts|mjs|astro)$/.test(file));

interface Import {
  specifier: string;
  /** Erased when the code is built. */
  typeOnly: boolean;
}

/** Every import of some code: static, re-export, dynamic, in a type, and the script of an Astro file. */
const importsOf = (file: string, source: string): Import[] => {
  const found: Import[] = [];
  const blocks = file.endsWith('.astro')
    ? astroCode(source, (specifier) => found.push({ specifier, typeOnly: false }))
    : [source];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier)
      found.push({ specifier: ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)', typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
      const allTypes =
        node.importClause !== undefined &&
        !node.importClause.name &&
        named.length > 0 &&
        named.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  for (const block of blocks) visit(ts.createSourceFile(file, block, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
};

const astroCode = (source: string, addScript: (specifier: string) => void): string[] => {
  const frontMatter = /^---\n([^]*?)\n---/.exec(source)?.[1] ?? '';
  const scripts = [...source.slice(frontMatter.length).matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
  for (const [, attributes = ''] of scripts) {
    const specifier = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    if (specifier) addScript(specifier);
  }
  return [frontMatter, ...scripts.map(([, , code = '']) => code)];
};

interface Edge extends Import {
  from: string;
  /** Path below `src`, or null for a package. */
  to: string | null;
}

const edges: Edge[] = files.flatMap((from) =>
  importsOf(from, readFileSync(path.join(src, from), 'utf8')).map((found) => ({
    ...found,
    from,
    to: found.specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), found.specifier) : null,
  })),
);
const inside = edges.filter((edge): edge is Edge & { to: string } => edge.to !== null);
const partOf = (file: string): string => parts.find((part) => part.files.test(file))?.name ?? '(none)';
const written = ({ from, specifier }: Edge): string => `${from} imports ${specifier}`;

test('the imports of a file are found, however they are written', () => {
  const code = [
    `import a, { type B } from './static.ts';`,
    `import type { C } from './type.ts';`,
    `import { type D, type E } from './types.ts';`,
    `import './effect.ts';`,
    `export { f } from './again.ts';`,
    `export type { G } from './again-type.ts';`,
    `export * from './all.ts';`,
    `const h = async () => (await import('./dynamic.ts')) as typeof import('./in-a-type.ts');`,
    'const i = () => import(`${h}.ts`);',
    `// import './comment.ts';`,
    `const j = "import './text.ts'";`,
  ].join('\n');
  const wanted = [
    ['./static.ts', false],
    ['./type.ts', true],
    ['./types.ts', true],
    ['./effect.ts', false],
    ['./again.ts', false],
    ['./again-type.ts', true],
    ['./all.ts', false],
    ['./dynamic.ts', false],
    ['./in-a-type.ts', true],
    ['(computed)', false],
  ];
  const list = (found: Import[]) => found.map(({ specifier, typeOnly }) => [specifier, typeOnly]);
  expect(list(importsOf('a.ts', code))).toEqual(wanted);
  const astro = `---\n${code}\n---\n\n<p>import './text.ts'</p>\n<script src="./x.client.ts"></script>\n<script>import './inline.ts';</script>\n`;
  expect(list(importsOf('a.astro', astro))).toEqual([['./x.client.ts', false], ...wanted, ['./inline.ts', false]]);
});

describe('the table', () => {
  test('gives every file of src a part, and every part has files', () => {
    expect(files.filter((file) => partOf(file) === '(none)')).toEqual([]);
    expect(parts.filter(({ name }) => !files.some((file) => partOf(file) === name)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test('allows nothing that no file uses', () => {
    const used = new Set(edges.map((edge) => `${partOf(edge.from)} → ${edge.to ? partOf(edge.to) : edge.specifier}`));
    const allowed = parts.flatMap((part) => [...part.parts, ...part.packages].map((name) => `${part.name} → ${name}`));
    expect(allowed.filter((each) => !used.has(each))).toEqual([]);
  });

  test('knows every file that is imported', () => {
    expect(inside.filter(({ to }) => !existsSync(path.join(src, to))).map(written)).toEqual([]);
  });
});

test.each(parts)('$name imports only what it may: $why', ({ name, parts: allowedParts, packages }) => {
  const own = edges.filter(({ from }) => partOf(from) === name);
  const refused = own.filter((edge) =>
    edge.to === null
      ? !packages.includes(edge.specifier) && !isLoadedByTheBrowser(edge)
      : partOf(edge.to) !== name && !allowedParts.includes(partOf(edge.to)),
  );
  expect(refused.map(written)).toEqual([]);
});

/** The search index is made after the pages are built; no name of it can be written down. */
const isLoadedByTheBrowser = ({ from, specifier }: Edge): boolean =>
  from === 'search/search.ts' && specifier === '(computed)';

describe('one by one', () => {
  const importers = (wanted: (edge: Edge) => boolean): string[] =>
    [...new Set(edges.filter(wanted).map(({ from }) => from))].sort();
  const importersOf = (name: string) =>
    importers(({ from, to }) => to !== null && partOf(to) === name && partOf(from) !== name);

  test('the collections are queried by site-content, and defined by content.config', () => {
    expect(importers(({ specifier }) => specifier === 'astro:content')).toEqual([
      'content.config.ts',
      'site-content.ts',
    ]);
  });

  test('site-content is asked by pages only', () => {
    expect(importersOf('site-content')).not.toEqual([]);
    expect(importersOf('site-content').filter((file) => !file.startsWith('pages/'))).toEqual([]);
  });

  test.each(['editor', 'publish', 'pages', 'content.config', 'postprocess'])('nobody imports %s', (name) => {
    expect(importersOf(name)).toEqual([]);
  });

  test('environment variables are read by environment.ts, which checks them', () => {
    // The service worker's build replaces NODE_ENV; a variable may be set for a library.
    const reads = /process\.env(?:\.(?!NODE_ENV)\w+\b(?! =)|\[)/;
    expect(files.filter((file) => reads.test(readFileSync(path.join(src, file), 'utf8')))).toEqual(['environment.ts']);
  });

  test('what runs in plain Node reaches no Astro file and no module of Astro but zod', () => {
    const reached = new Set(['editor/check.ts']);
    for (const file of reached)
      for (const { to, typeOnly } of inside.filter(({ from }) => from === file)) if (!typeOnly) reached.add(to);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((file) => !file.endsWith('.ts'))).toEqual([]);
    const packages = edges
      .filter(({ from, to, typeOnly }) => reached.has(from) && to === null && !typeOnly)
      .map(({ specifier }) => specifier);
    expect(packages.filter((name) => name.startsWith('astro') && name !== 'astro/zod')).toEqual([]);
  });

  test('what is sent to the browser carries neither zod nor a schema, nor asks for the environment', () => {
    const clients = files.filter((file) => file.endsWith('.client.ts'));
    expect(clients).not.toEqual([]);
    const reached = new Set(clients);
    for (const file of reached)
      for (const { to, typeOnly } of inside.filter(({ from }) => from === file)) if (!typeOnly) reached.add(to);
    expect([...reached].filter((file) => ['schema', 'site', 'environment'].includes(partOf(file)))).toEqual([]);
    expect(
      edges
        .filter(({ from, specifier, typeOnly }) => reached.has(from) && !typeOnly && specifier.includes('zod'))
        .map(written),
    ).toEqual([]);
  });
});

test('a module is entered by its index.ts', () => {
  const moduleOf = (file: string) => modules.find((name) => file.startsWith(`${name}/`));
  const isSideDoor = ({ from, to }: Edge) => sideDoors.some((door) => door.file === to && door.by === partOf(from));
  const past = inside.filter(
    ({ from, to }) => moduleOf(to) && moduleOf(to) !== moduleOf(from) && path.posix.basename(to) !== 'index.ts',
  );
  expect(past.filter((edge) => !isSideDoor(edge)).map(written)).toEqual([]);
  // A door that nobody uses is closed.
  expect(sideDoors.filter(({ file, by }) => !past.some(({ from, to }) => to === file && partOf(from) === by))).toEqual(
    [],
  );
});

test('no file imports itself by way of others', () => {
  const next = new Map(files.map((file) => [file, inside.filter(({ from }) => from === file).map(({ to }) => to)]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('an address or an id of content that is typed in belongs to an entry that every content folder has', () => {
  const shown = files.filter((file) => /^(?:components|layouts|pages)\//.test(file));
  const found = shown.flatMap((file) => {
    const source = readFileSync(path.join(src, file), 'utf8');
    // `requiredPath`, `helpPath` and `feedPath` are held by their types; the data of figures and the search index are no entries.
    const addresses = [
      ...source.matchAll(
        /['"`]\/(?!du-lieu\/|pagefind\/)[a-z-]+\/|\b(?!required|feed|help)[a-z]+Path\(\s*['"`][^'"`]*/g,
      ),
    ].map(([text]) => text);
    const numbers = [...source.matchAll(/\blookup\.(\w+)\(\s*['"`]([^'"`$]*)['"`]/g)]
      .filter(([, kind, id = '']) => kind !== 'hotline' || !(id in requiredEntries.hotlines))
      .map(([text]) => text);
    return [...addresses, ...numbers].map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
});

test('no file or folder is named for holding anything', () => {
  const vague = /(?:^|\/)(?:utils?|helpers?|lib|shared|common|misc)(?:\.[^/]*)?(?:\/|$)/;
  expect('src/utils.ts').toMatch(vague);
  expect(
    [
      ...filesBelow(src).map((file) => `src/${file}`),
      ...filesBelow(path.join(root, 'tests')).map((file) => `tests/${file}`),
    ].filter((file) => vague.test(file)),
  ).toEqual([]);
});
